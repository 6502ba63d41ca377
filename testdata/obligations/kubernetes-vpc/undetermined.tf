variable "vpc_id" {}

resource "digitalocean_kubernetes_cluster" "main" {
  name     = "main"
  region   = "ams3"
  version  = "1.35.1-do.0"
  vpc_uuid = var.vpc_id

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
