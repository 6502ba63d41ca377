resource "digitalocean_spaces_bucket_object" "file" {
  bucket = "assets"
  region = "nyc3"
  key    = "report.csv"
  source = "report.csv"
  acl    = "public-read"
}

resource "digitalocean_cdn" "assets" {
  origin = "assets-old.nyc3.digitaloceanspaces.com"
}
