resource "digitalocean_firewall" "web" {
  name = "web"
  tags = ["web"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    source_addresses = ["0.0.0.0/1"]
  }

  inbound_rule {
    protocol         = "tcp"
    port_range       = "20-25"
    source_addresses = ["128.0.0.0/1"]
  }
}
