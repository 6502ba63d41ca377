variable "image" {}

resource "digitalocean_droplet" "web" {
  name   = "web-1"
  image  = var.image
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}
