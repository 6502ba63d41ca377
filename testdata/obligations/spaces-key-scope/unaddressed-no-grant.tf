resource "digitalocean_spaces_key" "app" {
  name = "app"
}
