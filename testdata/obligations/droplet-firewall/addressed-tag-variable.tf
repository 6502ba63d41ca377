# Whatever the tag is called, the firewall is on it.
variable "environment" {
  type = string
}

resource "digitalocean_tag" "web" {
  name = "${var.environment}-web"
}

resource "digitalocean_droplet" "web" {
  name   = "web"
  region = "fra1"
  size   = "s-1vcpu-1gb"
  image  = "ubuntu-24-04-x64"
  tags   = [digitalocean_tag.web.id]
}

resource "digitalocean_firewall" "web" {
  name = "web"
  tags = [digitalocean_tag.web.name]
  inbound_rule {
    protocol         = "tcp"
    port_range       = "443"
    source_addresses = ["0.0.0.0/0"]
  }
}
