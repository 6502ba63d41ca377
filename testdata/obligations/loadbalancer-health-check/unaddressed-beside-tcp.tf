resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }

  forwarding_rule {
    entry_port      = 8883
    entry_protocol  = "tcp"
    target_port     = 8883
    target_protocol = "tcp"
  }

  healthcheck {
    port     = 80
    protocol = "tcp"
  }
}
