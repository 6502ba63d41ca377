resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

resource "digitalocean_uptime_alert" "certificate" {
  name       = "certificate"
  check_id   = digitalocean_uptime_check.shop.id
  type       = "ssl_expiry"
  threshold  = 14
  comparison = "less_than"
  period     = "2m"

  notifications {
    email = ["oncall@example.com"]
  }
}
