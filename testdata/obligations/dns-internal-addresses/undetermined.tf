variable "address" {}

resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_record" "db" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "db"
  value  = var.address
}
