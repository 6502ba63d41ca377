resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_replica" "reports" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "reports"
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_firewall" "reports" {
  cluster_id = digitalocean_database_replica.reports.uuid

  rule {
    type  = "tag"
    value = "reporting"
  }

  rule {
    type  = "ip_addr"
    value = "0.0.0.0/0"
  }
}
