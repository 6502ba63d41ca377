resource "digitalocean_spaces_key" "app" {
  name = "app"

  grant {
    bucket     = "assets"
    permission = "read"
  }

  grant {
    bucket     = "uploads"
    permission = "readwrite"
  }
}
