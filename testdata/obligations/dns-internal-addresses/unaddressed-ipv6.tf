resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "db" {
  domain = digitalocean_domain.example.id
  type   = "AAAA"
  name   = "db"
  value  = "fd00::5"
}
