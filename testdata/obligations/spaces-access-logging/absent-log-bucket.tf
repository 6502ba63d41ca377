resource "digitalocean_spaces_bucket" "logs" {
  name   = "logs"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = "elsewhere"
  region        = "nyc3"
  target_bucket = digitalocean_spaces_bucket.logs.name
  target_prefix = "assets/"
}
