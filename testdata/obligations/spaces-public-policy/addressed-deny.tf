resource "digitalocean_spaces_bucket_policy" "assets" {
  bucket = "assets"
  region = "nyc3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::assets/*"
      Condition = {
        NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" }
      }
    }]
  })
}
