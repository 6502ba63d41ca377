resource "digitalocean_reserved_ip" "web" {
  region = "fra1"
}
