resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket" "logs" {
  name   = "logs"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = digitalocean_spaces_bucket.assets.name
  region        = "nyc3"
  target_bucket = digitalocean_spaces_bucket.logs.name
  target_prefix = "assets/"
}
