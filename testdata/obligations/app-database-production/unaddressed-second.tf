resource "digitalocean_database_cluster" "shop" {
  name       = "shop-db"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    database {
      name         = "db"
      engine       = "PG"
      production   = true
      cluster_name = digitalocean_database_cluster.shop.name
    }
    database {
      name   = "sessions"
      engine = "PG"
    }
  }
}
