resource "digitalocean_firewall" "web" {
  name = "web"
  tags = ["web"]

  inbound_rule {
    protocol         = "udp"
    port_range       = "5353"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
