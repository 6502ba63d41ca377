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
