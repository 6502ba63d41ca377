resource "digitalocean_firewall" "web" {
  name = "web"
  tags = ["web"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "0"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
