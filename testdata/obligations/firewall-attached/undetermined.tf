variable "droplet_ids" {}

resource "digitalocean_firewall" "web" {
  name        = "web"
  droplet_ids = var.droplet_ids

  inbound_rule {
    protocol         = "tcp"
    port_range       = "443"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
