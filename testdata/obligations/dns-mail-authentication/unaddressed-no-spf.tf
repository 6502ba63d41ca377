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

resource "digitalocean_record" "dmarc" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}

resource "digitalocean_domain" "shop" {
  name = "example.org"
}

resource "digitalocean_record" "shop_mx" {
  domain   = digitalocean_domain.shop.id
  type     = "MX"
  name     = "@"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "shop_verification" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "@"
  value  = "acme-verification=4f1d"
}

resource "digitalocean_record" "shop_dmarc" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}

resource "digitalocean_domain" "team" {
  name = "example.net"
}

resource "digitalocean_record" "team_mx" {
  domain   = digitalocean_domain.team.id
  type     = "MX"
  name     = "@"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "team_send" {
  domain   = digitalocean_domain.team.id
  type     = "MX"
  name     = "send"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "team_spf" {
  domain = digitalocean_domain.team.id
  type   = "TXT"
  name   = "send"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "team_dmarc" {
  domain = digitalocean_domain.team.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}
