resource "digitalocean_loadbalancer" "mqtt" {
  name        = "mqtt"
  region      = "nyc3"
  droplet_tag = "mqtt"

  forwarding_rule {
    entry_port      = 8883
    entry_protocol  = "tcp"
    target_port     = 8883
    target_protocol = "tcp"
  }
}
