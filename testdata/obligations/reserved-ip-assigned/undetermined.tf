variable "address" {}

resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_reserved_ip" "web" {
  region = "fra1"
}

resource "digitalocean_reserved_ip_assignment" "web" {
  ip_address = var.address
  droplet_id = digitalocean_droplet.web.id
}
