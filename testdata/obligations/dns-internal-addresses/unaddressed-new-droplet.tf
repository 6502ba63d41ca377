resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_record" "db" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "db"
  value  = digitalocean_droplet.web.ipv4_address_private
}
