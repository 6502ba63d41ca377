resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_object" "file" {
  bucket = digitalocean_spaces_bucket.assets.name
  region = "nyc3"
  key    = "index.html"
  source = "index.html"
  acl    = "public-read"
}

resource "digitalocean_cdn" "assets" {
  origin = digitalocean_spaces_bucket.assets.bucket_domain_name
}
