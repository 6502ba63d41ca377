resource "digitalocean_domain" "example" {
  name = "example.com"
}
