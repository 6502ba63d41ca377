# The firewall names an address, which no app's id is.
resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    database {
      name         = "db"
      engine       = "PG"
      production   = true
      cluster_name = digitalocean_database_cluster.main.name
    }
  }
}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  size       = "db-s-1vcpu-2gb"
  region     = "ams3"
  node_count = 2
}

resource "digitalocean_database_firewall" "main" {
  cluster_id = digitalocean_database_cluster.main.id
  rule {
    type  = "ip_addr"
    value = "192.0.2.10"
  }
}
