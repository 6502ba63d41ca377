locals {
  on = {
    number = "1"
    word   = "true"
  }
}

resource "digitalocean_database_cluster" "main" {
  for_each   = local.on
  name       = "main-${each.key}"
  engine     = "advanced_mysql"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_advanced_mysql_config" "main" {
  for_each   = local.on
  cluster_id = digitalocean_database_cluster.main[each.key].id

  mysql_parameters = {
    require_secure_transport = each.value
  }
}
