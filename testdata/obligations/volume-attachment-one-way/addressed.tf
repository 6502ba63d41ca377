resource "digitalocean_volume" "data" {
  name   = "data"
  region = "fra1"
  size   = 100
}

resource "digitalocean_droplet" "db" {
  name   = "db"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-2vcpu-4gb"
}

resource "digitalocean_volume_attachment" "data" {
  droplet_id = digitalocean_droplet.db.id
  volume_id  = digitalocean_volume.data.id
}
