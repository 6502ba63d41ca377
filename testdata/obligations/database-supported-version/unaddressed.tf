resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "12"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}
