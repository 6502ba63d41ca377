resource "digitalocean_volume" "data" {
  name   = "data"
  region = "fra1"
  size   = 100
}
