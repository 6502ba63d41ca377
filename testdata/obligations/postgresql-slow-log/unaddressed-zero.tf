resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

# 0 would log all statements, but the provider sends no 0.
resource "digitalocean_database_postgresql_config" "main" {
  cluster_id                 = digitalocean_database_cluster.main.id
  log_min_duration_statement = 0
}
