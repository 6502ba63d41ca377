resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "advanced_pg"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_advanced_postgresql_config" "main" {
  cluster_id = digitalocean_database_cluster.main.id

  pg_parameters = {
    log_connections = null
    log_statement   = null
  }
}
