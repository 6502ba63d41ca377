resource "digitalocean_spaces_bucket" "assets" {
  name   = "acme-assets"
  region = "fra1"
}

resource "digitalocean_cdn" "assets" {
  origin = digitalocean_spaces_bucket.assets.bucket_domain_name
}
