resource "digitalocean_spaces_bucket" "assets" {
  name          = "assets"
  region        = "nyc3"
  force_destroy = true
}
