resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "valkey"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}
