resource "digitalocean_spaces_bucket_cors_configuration" "assets" {
  bucket = "assets"
  region = "nyc3"

  cors_rule {
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://app.example.com"]
  }
}
