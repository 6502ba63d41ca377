resource "digitalocean_spaces_bucket_policy" "assets" {
  bucket = "assets"
  region = "nyc3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::assets/*"
      Condition = {
        StringLike = { "aws:Referer" = ["https://www.example.com/*"] }
      }
    }]
  })
}
