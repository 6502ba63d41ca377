# Whatever the domain is called, the record is in it.
variable "domain" {
  type = string
}

resource "digitalocean_domain" "main" {
  name = var.domain
}

resource "digitalocean_record" "caa" {
  domain = digitalocean_domain.main.id
  type   = "CAA"
  name   = "@"
  flags  = 0
  tag    = "issue"
  value  = "letsencrypt.org."
}
