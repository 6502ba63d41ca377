resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "mongodb"
  version    = "8"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_mongodb_config" "main" {
  cluster_id            = digitalocean_database_cluster.main.id
  default_write_concern = "0"
}
