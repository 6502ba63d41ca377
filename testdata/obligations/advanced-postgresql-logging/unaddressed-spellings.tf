locals {
  off = {
    empty  = ""
    word   = "off"
    upper  = "FALSE"
    number = "0"
    no     = "no"
    letter = "f"
  }
}

resource "digitalocean_database_cluster" "main" {
  for_each   = local.off
  name       = "main-${each.key}"
  engine     = "advanced_pg"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_advanced_postgresql_config" "main" {
  for_each   = local.off
  cluster_id = digitalocean_database_cluster.main[each.key].id

  pg_parameters = {
    log_connections = each.value
    log_statement   = "ddl"
  }
}
