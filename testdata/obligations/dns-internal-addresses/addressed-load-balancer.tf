resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_loadbalancer" "www" {
  name        = "www"
  region      = "fra1"
  droplet_tag = "www"

  forwarding_rule {
    entry_port      = 443
    entry_protocol  = "https"
    target_port     = 443
    target_protocol = "https"
    tls_passthrough = true
  }
}

resource "digitalocean_record" "www" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "www"
  value  = digitalocean_loadbalancer.www.ip
}

resource "digitalocean_loadbalancer" "api" {
  name        = "api"
  region      = "fra1"
  droplet_tag = "api"
  network     = "EXTERNAL"

  forwarding_rule {
    entry_port      = 443
    entry_protocol  = "https"
    target_port     = 443
    target_protocol = "https"
    tls_passthrough = true
  }
}

resource "digitalocean_record" "api" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "api"
  value  = digitalocean_loadbalancer.api.ip
}
