resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc3"
  ip_range = "10.10.0.0/16"
}

resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"
  vpc_uuid    = digitalocean_vpc.prod.id

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}
