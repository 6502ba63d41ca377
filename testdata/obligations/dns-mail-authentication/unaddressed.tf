resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "mx" {
  domain   = digitalocean_domain.example.id
  type     = "MX"
  name     = "@"
  value    = "mx.example.net."
  priority = 10
}
