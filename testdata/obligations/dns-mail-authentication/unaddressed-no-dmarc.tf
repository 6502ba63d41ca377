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

resource "digitalocean_record" "spf" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
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

resource "digitalocean_record" "shop_spf" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "shop_dmarc" {
  domain = digitalocean_domain.shop.id
  type   = "TXT"
  name   = "@"
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

resource "digitalocean_record" "team_spf" {
  domain = digitalocean_domain.team.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "team_dmarc" {
  domain = digitalocean_domain.team.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "dmarc=none"
}

resource "digitalocean_domain" "blog" {
  name = "example.edu"
}

resource "digitalocean_record" "blog_mx" {
  domain   = digitalocean_domain.blog.id
  type     = "MX"
  name     = "@"
  value    = "mx.example.net."
  priority = 10
}

resource "digitalocean_record" "blog_spf" {
  domain = digitalocean_domain.blog.id
  type   = "TXT"
  name   = "@"
  value  = "v=spf1 include:_spf.example.net -all"
}

resource "digitalocean_record" "blog_dmarc" {
  domain = digitalocean_domain.blog.id
  type   = "TXT"
  name   = "_dmarc.news"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}
