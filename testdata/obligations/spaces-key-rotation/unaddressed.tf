resource "digitalocean_spaces_key" "app" {
  name = "app"

  grant {
    bucket     = "assets"
    permission = "read"
  }
}
