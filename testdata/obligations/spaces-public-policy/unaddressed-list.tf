resource "digitalocean_spaces_bucket_policy" "assets" {
  bucket = "assets"
  region = "nyc3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["*"] }
      Action    = "s3:ListBucket"
      Resource  = "arn:aws:s3:::assets"
    }]
  })
}
