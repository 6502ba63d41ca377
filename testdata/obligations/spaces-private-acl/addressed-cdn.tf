resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
  acl    = "public-read"
}

resource "digitalocean_cdn" "assets" {
  origin = digitalocean_spaces_bucket.assets.bucket_domain_name
}
