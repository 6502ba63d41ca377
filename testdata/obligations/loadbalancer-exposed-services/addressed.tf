resource "digitalocean_loadbalancer" "db" {
  name        = "db"
  region      = "nyc3"
  droplet_tag = "db"

  firewall {
    allow = ["cidr:203.0.113.0/24"]
  }

  forwarding_rule {
    entry_port      = 5432
    entry_protocol  = "tcp"
    target_port     = 5432
    target_protocol = "tcp"
  }
}
