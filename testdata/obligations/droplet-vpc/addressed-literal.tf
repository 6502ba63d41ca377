resource "digitalocean_droplet" "web" {
  name     = "web-1"
  image    = "ubuntu-24-04-x64"
  size     = "s-1vcpu-1gb"
  region   = "nyc3"
  vpc_uuid = "c33931f2-a26a-4e61-b85c-4e95a2ec431b"
}
