resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "redis"
  version    = "7"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}
