variable "sources" {}

resource "digitalocean_firewall" "db" {
  name = "db"
  tags = ["db"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "5432"
    source_addresses = var.sources
  }
}
