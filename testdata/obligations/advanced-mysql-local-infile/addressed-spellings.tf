locals {
  off = {
    number = "0"
    word   = "false"
  }
}

resource "digitalocean_database_cluster" "main" {
  for_each   = local.off
  name       = "main-${each.key}"
  engine     = "advanced_mysql"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_advanced_mysql_config" "main" {
  for_each   = local.off
  cluster_id = digitalocean_database_cluster.main[each.key].id

  mysql_parameters = {
    local_infile = each.value
  }
}
