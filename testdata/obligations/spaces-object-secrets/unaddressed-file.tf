resource "digitalocean_spaces_bucket_object" "file" {
  bucket = "assets"
  region = "nyc3"
  key    = "deploy/.env"
  source = ".env"
}
