resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "kafka"
  version    = "3.8"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_user" "app" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "app"

  settings {
    acl {
      topic      = "orders-*"
      permission = "produceconsume"
    }
  }
}

resource "digitalocean_database_user" "keeper" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "keeper"

  settings {
    acl {
      topic      = "orders"
      permission = "admin"
    }
  }
}
