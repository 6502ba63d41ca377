variable "engine_version" {}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = var.engine_version
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}
