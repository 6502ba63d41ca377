variable "logged" {}

resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = var.logged
  region        = "nyc3"
  target_bucket = "logs"
  target_prefix = "assets/"
}
