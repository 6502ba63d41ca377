resource "digitalocean_spaces_bucket" "assets" {
  name   = "assets"
  region = "nyc3"
}

resource "digitalocean_spaces_bucket_policy" "assets" {
  bucket = digitalocean_spaces_bucket.assets.name
  region = "nyc3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::assets/*"
    }]
  })
}

resource "digitalocean_cdn" "assets" {
  origin = digitalocean_spaces_bucket.assets.bucket_domain_name
}
