variable "offices" {
  default = []
}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "16"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}

resource "digitalocean_database_firewall" "main" {
  cluster_id = digitalocean_database_cluster.main.id

  dynamic "rule" {
    for_each = var.offices
    content {
      type  = "ip_addr"
      value = rule.value
    }
  }
}
