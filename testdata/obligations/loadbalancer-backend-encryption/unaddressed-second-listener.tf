resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 443
    target_protocol  = "https"
    certificate_name = "web"
  }

  forwarding_rule {
    entry_port       = 8443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}
