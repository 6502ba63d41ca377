resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_droplet_snapshot" "web" {
  name       = "web-before-upgrade"
  droplet_id = digitalocean_droplet.web.id
}
