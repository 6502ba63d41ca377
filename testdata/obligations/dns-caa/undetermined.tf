variable "zone" {}

resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "caa" {
  domain = var.zone
  type   = "CAA"
  name   = "@"
  value  = "letsencrypt.org."
  flags  = 0
  tag    = "issue"
}
