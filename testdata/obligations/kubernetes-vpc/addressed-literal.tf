resource "digitalocean_kubernetes_cluster" "main" {
  name     = "main"
  region   = "ams3"
  version  = "1.35.1-do.0"
  vpc_uuid = "4c2f9c5e-6c3a-4b7e-9f59-3d8a53c4e1aa"

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
