resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "kafka"
  version    = "3.8"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_kafka_topic" "orders" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "orders"
}

resource "digitalocean_database_kafka_topic" "invoices" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "invoices"

  config {
    cleanup_policy = "delete"
  }
}
