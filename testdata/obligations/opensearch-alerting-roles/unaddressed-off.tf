resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "opensearch"
  version    = "2"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_opensearch_config" "main" {
  cluster_id                                       = digitalocean_database_cluster.main.id
  plugins_alerting_filter_by_backend_roles_enabled = false
}
