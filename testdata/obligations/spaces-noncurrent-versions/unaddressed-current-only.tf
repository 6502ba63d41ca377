resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    expiration {
      days = 30
    }
  }
}
