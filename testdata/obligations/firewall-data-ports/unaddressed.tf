resource "digitalocean_firewall" "db" {
  name = "db"
  tags = ["db"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "5432"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
