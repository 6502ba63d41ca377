variable "others" {}

resource "digitalocean_vpc" "prod" {
  name   = "prod"
  region = "nyc3"
}

# A tag for all that is in the VPC.
resource "digitalocean_tag" "prod" {
  name = digitalocean_vpc.prod.id
}

resource "digitalocean_firewall" "prod" {
  name = "prod"
  tags = concat([digitalocean_tag.prod.name], var.others)

  inbound_rule {
    protocol         = "tcp"
    port_range       = "443"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
