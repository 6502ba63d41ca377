resource "digitalocean_droplet" "web" {
  name     = "web-1"
  image    = "ubuntu-24-04-x64"
  size     = "s-1vcpu-1gb"
  region   = "nyc3"
  ssh_keys = ["3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"]
}
