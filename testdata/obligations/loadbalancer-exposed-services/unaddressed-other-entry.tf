resource "digitalocean_loadbalancer" "ssh" {
  name        = "ssh"
  region      = "nyc3"
  droplet_tag = "ssh"

  forwarding_rule {
    entry_port      = 2222
    entry_protocol  = "tcp"
    target_port     = 22
    target_protocol = "tcp"
  }
}
