variable "acl" {}

resource "digitalocean_spaces_bucket_object" "file" {
  bucket = "assets"
  region = "nyc3"
  key    = "index.html"
  source = "index.html"
  acl    = var.acl
}

resource "digitalocean_cdn" "assets" {
  origin = "assets.nyc3.digitaloceanspaces.com"
}
