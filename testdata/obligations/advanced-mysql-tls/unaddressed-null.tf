resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "advanced_mysql"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_advanced_mysql_config" "main" {
  cluster_id = digitalocean_database_cluster.main.id

  mysql_parameters = {
    require_secure_transport = null
  }
}
