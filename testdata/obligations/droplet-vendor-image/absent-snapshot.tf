resource "digitalocean_droplet" "web" {
  name   = "web-1"
  image  = "123456789"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}
