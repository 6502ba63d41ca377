variable "tls" {}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_logsink_rsyslog" "siem" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "siem"
  server     = "logs.example.com"
  port       = 6514
  tls        = var.tls
}
