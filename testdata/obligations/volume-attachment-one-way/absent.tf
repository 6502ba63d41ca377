resource "digitalocean_droplet" "db" {
  name   = "db"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-2vcpu-4gb"
}
