resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"
  network     = "internal" # the provider takes either case

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}
