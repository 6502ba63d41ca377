resource "digitalocean_loadbalancer" "db" {
  name        = "db"
  region      = "nyc3"
  droplet_tag = "db"
  network     = "internal" # the provider takes either case

  forwarding_rule {
    entry_port      = 5432
    entry_protocol  = "tcp"
    target_port     = 5432
    target_protocol = "tcp"
  }
}
