resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "db" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "db"
  value  = "10.10.0.5"
}
