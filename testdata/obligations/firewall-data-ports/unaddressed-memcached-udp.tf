resource "digitalocean_firewall" "web" {
  name = "web"
  tags = ["web"]

  inbound_rule {
    protocol         = "udp"
    port_range       = "11211"
    source_addresses = ["0.0.0.0/0"]
  }
}
