resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_connection_pool" "web" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "web"
  mode       = "transaction"
  size       = 20
  db_name    = "shop"
}
