resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://*"]
  }
}
