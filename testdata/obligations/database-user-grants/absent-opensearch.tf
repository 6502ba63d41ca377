resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "opensearch"
  version    = "2"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_user" "app" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "app"

  settings {
    opensearch_acl {
      index      = "orders"
      permission = "read"
    }
  }
}
