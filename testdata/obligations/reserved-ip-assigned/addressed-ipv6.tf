resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_reserved_ipv6" "web" {
  region_slug = "fra1"
}

resource "digitalocean_reserved_ipv6_assignment" "web" {
  ip         = digitalocean_reserved_ipv6.web.ip
  droplet_id = digitalocean_droplet.web.id
}
