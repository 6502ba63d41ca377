variable "vpc_id" {
  default = null
}

resource "digitalocean_database_cluster" "main" {
  name                 = "main"
  engine               = "pg"
  version              = "16"
  size                 = "db-s-1vcpu-2gb"
  region               = "nyc1"
  node_count           = 2
  private_network_uuid = var.vpc_id
}
