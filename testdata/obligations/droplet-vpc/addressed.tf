resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc3"
  ip_range = "10.10.0.0/16"
}

resource "digitalocean_droplet" "web" {
  name     = "web-1"
  image    = "ubuntu-24-04-x64"
  size     = "s-1vcpu-1gb"
  region   = "nyc3"
  vpc_uuid = digitalocean_vpc.prod.id
}
