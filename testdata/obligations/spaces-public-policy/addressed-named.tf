resource "digitalocean_spaces_bucket_policy" "assets" {
  bucket = "assets"
  region = "nyc3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam:::user/1234567" }
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::assets/*"
    }]
  })
}
