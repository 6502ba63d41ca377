# An alias of another name is no policy.
resource "digitalocean_domain" "subject" {
  name = "example.com"
}

resource "digitalocean_record" "mx" {
  domain   = digitalocean_domain.subject.id
  type     = "MX"
  name     = "@"
  priority = 10
  value    = "mx.example.net."
}

resource "digitalocean_record" "spf" {
  domain = digitalocean_domain.subject.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "other" {
  domain = digitalocean_domain.subject.id
  type   = "CNAME"
  name   = "www"
  value  = "example.net."
}
