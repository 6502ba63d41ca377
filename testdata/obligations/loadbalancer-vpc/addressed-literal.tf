resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"
  vpc_uuid    = "4c2f9c5e-6c3a-4b7e-9f59-3d8a53c4e1aa"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}
