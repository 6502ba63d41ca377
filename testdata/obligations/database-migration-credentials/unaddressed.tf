resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_online_migration" "legacy" {
  cluster_id = digitalocean_database_cluster.main.id

  source {
    host     = "db.old.example.com"
    port     = 5432
    db_name  = "shop"
    username = "migration"
    password = "correct-horse-battery"
  }
}
