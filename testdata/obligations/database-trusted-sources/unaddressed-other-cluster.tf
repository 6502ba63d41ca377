resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "16"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}

# srmlint-case: ignore
resource "digitalocean_database_cluster" "other" {
  name       = "other"
  engine     = "pg"
  version    = "16"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}

resource "digitalocean_database_firewall" "main" {
  cluster_id = digitalocean_database_cluster.other.id

  rule {
    type  = "tag"
    value = "app"
  }
}
