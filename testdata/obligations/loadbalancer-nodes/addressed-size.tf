resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"
  size        = "lb-medium"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}

resource "digitalocean_loadbalancer" "api" {
  name        = "api"
  region      = "nyc3"
  droplet_tag = "api"
  size        = "lb-large"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "api"
  }
}
