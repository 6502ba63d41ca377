resource "digitalocean_spaces_bucket" "exports" {
  name   = "example-exports"
  region = "ams3"
  acl    = "private"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    id      = "old-versions"
    enabled = true

    noncurrent_version_expiration {
      days = 90
    }
  }
}

# Files that customers fetch by link. The policy lets anyone read every object.
resource "digitalocean_spaces_bucket" "downloads" {
  name          = "example-downloads"
  region        = "ams3"
  force_destroy = true
}

resource "digitalocean_spaces_bucket_policy" "downloads" {
  region = digitalocean_spaces_bucket.downloads.region
  bucket = digitalocean_spaces_bucket.downloads.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Read"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = ["arn:aws:s3:::${digitalocean_spaces_bucket.downloads.name}/*"]
    }]
  })
}
