resource "digitalocean_loadbalancer" "public" {
  name   = "public"
  region = "fra1"

  forwarding_rule {
    entry_protocol  = "https"
    entry_port      = 443
    target_protocol = "http"
    target_port     = 80
  }
}

# It may be the balancer's address, if that exists already.
resource "digitalocean_uptime_check" "web" {
  name   = "web"
  target = "https://192.0.2.7/health"
}
