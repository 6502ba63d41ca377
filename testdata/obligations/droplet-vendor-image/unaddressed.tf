resource "digitalocean_droplet" "web" {
  name   = "web-1"
  image  = "wordpress-20-04"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}
