resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_record" "mx" {
  domain   = digitalocean_domain.example.id
  type     = "MX"
  name     = "@"
  value    = "mx.example.net."
  priority = 10
}

# An address that only apply knows is no text that might be SPF.
resource "digitalocean_record" "www" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "@"
  value  = digitalocean_droplet.web.ipv4_address
}

resource "digitalocean_record" "dmarc" {
  domain = digitalocean_domain.example.id
  type   = "TXT"
  name   = "_dmarc"
  value  = "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"
}
