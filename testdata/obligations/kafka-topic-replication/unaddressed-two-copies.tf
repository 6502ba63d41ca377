resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "kafka"
  version    = "3.8"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_kafka_topic" "orders" {
  cluster_id         = digitalocean_database_cluster.main.id
  name               = "orders"
  replication_factor = 2

  config {
    min_insync_replicas = 2
  }
}
