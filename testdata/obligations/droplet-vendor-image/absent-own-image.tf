resource "digitalocean_custom_image" "base" {
  name    = "base"
  url     = "https://images.example.com/base.qcow2"
  regions = ["nyc3"]
}

resource "digitalocean_droplet" "web" {
  name   = "web-1"
  image  = digitalocean_custom_image.base.id
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}
