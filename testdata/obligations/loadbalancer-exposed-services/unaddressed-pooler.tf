resource "digitalocean_loadbalancer" "db" {
  name        = "db"
  region      = "nyc3"
  droplet_tag = "db"

  forwarding_rule {
    entry_port      = 5432
    entry_protocol  = "tcp"
    target_port     = 6432
    target_protocol = "tcp"
  }
}
