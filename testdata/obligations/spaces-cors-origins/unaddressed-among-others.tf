resource "digitalocean_spaces_bucket_cors_configuration" "assets" {
  bucket = "assets"
  region = "nyc3"

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }

  cors_rule {
    allowed_methods = ["GET", "POST"]
    allowed_origins = ["https://app.example.com", "https://*"]
  }
}

resource "digitalocean_spaces_bucket_cors_configuration" "uploads" {
  bucket = "uploads"
  region = "nyc3"

  cors_rule {
    allowed_methods = ["DELETE"]
    allowed_origins = ["http://*"]
  }
}

# What stands before the star is the beginning of every origin.
resource "digitalocean_spaces_bucket_cors_configuration" "imports" {
  bucket = "imports"
  region = "nyc3"

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["http*"]
  }
}
