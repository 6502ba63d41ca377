resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

resource "digitalocean_uptime_alert" "down" {
  name     = "down"
  check_id = digitalocean_uptime_check.shop.id
  type     = "down"
  period   = "2m"

  notifications {
    email = ["oncall@example.com"]
  }

  notifications {
    email = ["shop@example.com"]
  }
}
