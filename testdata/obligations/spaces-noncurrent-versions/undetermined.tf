variable "expire" {}

resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = var.expire

    noncurrent_version_expiration {
      days = 30
    }
  }
}
