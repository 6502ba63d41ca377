resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "caa" {
  domain = digitalocean_domain.example.id
  type   = "CAA"
  name   = "@"
  value  = "letsencrypt.org."
  flags  = 0
  tag    = "issue"
}
