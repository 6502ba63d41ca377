resource "digitalocean_tag" "app" {
  name = "app"
}
