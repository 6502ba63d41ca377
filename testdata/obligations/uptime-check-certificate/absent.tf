resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "203.0.113.10"
  type   = "ping"
}
