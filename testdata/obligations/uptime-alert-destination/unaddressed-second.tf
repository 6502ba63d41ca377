resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

# The provider sends the first notifications block alone.
resource "digitalocean_uptime_alert" "down" {
  name     = "down"
  check_id = digitalocean_uptime_check.shop.id
  type     = "down"
  period   = "2m"

  notifications {
    email = []
  }

  notifications {
    email = ["shop@example.com"]
  }
}
