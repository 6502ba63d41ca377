variable "target" {}

resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = digitalocean_spaces_bucket.assets.name
  region        = "nyc3"
  target_bucket = var.target
  target_prefix = "assets/"
}
