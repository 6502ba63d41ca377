# The CDN serves what is read; whoever may write needs no CDN.
resource "digitalocean_spaces_bucket" "uploads" {
  name   = "uploads"
  region = "nyc3"
  acl    = "public-read-write"
}

resource "digitalocean_cdn" "uploads" {
  origin = digitalocean_spaces_bucket.uploads.bucket_domain_name
}
