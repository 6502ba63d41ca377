resource "digitalocean_spaces_bucket" "logs" {
  name   = "logs"
  region = "nyc3"
  acl    = "public-read"
}

resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = "assets"
  region        = "nyc3"
  target_bucket = digitalocean_spaces_bucket.logs.name
  target_prefix = "assets/"
}
