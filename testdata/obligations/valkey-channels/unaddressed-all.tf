resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "valkey"
  version    = "8"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_valkey_config" "cache" {
  cluster_id           = digitalocean_database_cluster.main.id
  acl_channels_default = "allchannels"
}
