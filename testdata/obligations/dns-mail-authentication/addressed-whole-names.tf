resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "mx" {
  domain   = digitalocean_domain.example.id
  type     = "MX"
  name     = "example.com."
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "spf" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "dmarc" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "_dmarc.Example.com."
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}

resource "digitalocean_domain" "shop" {
  name = "Example.org"
}

resource "digitalocean_record" "shop_mx" {
  domain   = digitalocean_domain.shop.id
  type     = "MX"
  name     = "News"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "shop_spf" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "news.example.org."
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "shop_dmarc" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "_DMARC"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}
