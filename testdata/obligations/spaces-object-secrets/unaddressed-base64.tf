resource "digitalocean_spaces_bucket_object" "file" {
  bucket         = "assets"
  region         = "nyc3"
  key            = "settings.env.txt"
  content_base64 = base64encode("DATABASE_URL=postgres://app:correct-horse@db.example.com/app\n")
}
