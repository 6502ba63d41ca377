variable "check" {}

resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

resource "digitalocean_uptime_alert" "certificate" {
  name     = "certificate"
  check_id = var.check
  type     = "ssl_expiry"
  period   = "2m"

  notifications {
    email = ["oncall@example.com"]
  }
}
