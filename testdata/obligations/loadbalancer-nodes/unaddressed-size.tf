resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"
  size        = "lb-small"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}

# The provider sends the size only where there is no size_unit.
resource "digitalocean_loadbalancer" "api" {
  name        = "api"
  region      = "nyc3"
  droplet_tag = "api"
  size        = "lb-large"
  size_unit   = 1

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "api"
  }
}
