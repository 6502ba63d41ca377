resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"

  lifecycle_rule {
    enabled                                = true
    abort_incomplete_multipart_upload_days = 7

    expiration {
      days = 90
    }
  }
}
