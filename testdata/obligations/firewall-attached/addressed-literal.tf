resource "digitalocean_firewall" "web" {
  name        = "web"
  droplet_ids = [123456789]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "443"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
