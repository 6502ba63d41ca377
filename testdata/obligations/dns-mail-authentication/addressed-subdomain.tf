resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "mx" {
  domain   = digitalocean_domain.example.id
  type     = "MX"
  name     = "send"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "spf" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "send"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "dmarc" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}
