resource "digitalocean_spaces_bucket_object" "file" {
  bucket  = "assets"
  region  = "nyc3"
  key     = "config.json"
  content = jsonencode({ theme = "dark", api = "https://api.example.com" })
}
