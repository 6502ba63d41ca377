resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_user" "app" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "app"

  settings {}
}
