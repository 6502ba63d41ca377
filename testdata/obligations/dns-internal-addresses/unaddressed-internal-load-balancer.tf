resource "digitalocean_domain" "example" {
  name = "example.com"
}

resource "digitalocean_loadbalancer" "api" {
  name        = "api"
  region      = "fra1"
  droplet_tag = "api"
  network     = "INTERNAL"

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

resource "digitalocean_loadbalancer" "queue" {
  name        = "queue"
  region      = "fra1"
  droplet_tag = "queue"
  network     = "internal"

  forwarding_rule {
    entry_port      = 443
    entry_protocol  = "https"
    target_port     = 443
    target_protocol = "https"
    tls_passthrough = true
  }
}

resource "digitalocean_record" "queue" {
  domain = digitalocean_domain.example.id
  type   = "A"
  name   = "queue"
  value  = digitalocean_loadbalancer.queue.ip
}
