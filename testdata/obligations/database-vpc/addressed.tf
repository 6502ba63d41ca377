resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc1"
  ip_range = "10.10.0.0/16"
}

resource "digitalocean_database_cluster" "main" {
  name                 = "main"
  engine               = "pg"
  version              = "16"
  size                 = "db-s-1vcpu-2gb"
  region               = "nyc1"
  node_count           = 2
  private_network_uuid = digitalocean_vpc.prod.id
}
