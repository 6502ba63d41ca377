variable "protocol" {}

resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"

  forwarding_rule {
    entry_port      = 80
    entry_protocol  = "http"
    target_port     = 80
    target_protocol = "http"
  }

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 443
    target_protocol  = "https"
    certificate_name = "web"
  }

  forwarding_rule {
    entry_port      = 8443
    entry_protocol  = "https"
    target_port     = 8443
    target_protocol = var.protocol
    tls_passthrough = true
  }
}
