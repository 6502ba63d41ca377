resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "NYC3"
  acl    = "public-read"
}

resource "digitalocean_cdn" "assets" {
  origin = "assets.nyc3.digitaloceanspaces.com"
}
