resource "digitalocean_kubernetes_cluster" "main" {
  name    = "main"
  region  = "ams3"
  version = "1.35.1-do.0"

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 1
  }
}

# It starts with a node, and may lose it.
resource "digitalocean_kubernetes_node_pool" "batch" {
  cluster_id = digitalocean_kubernetes_cluster.main.id
  name       = "batch"
  size       = "c-4"
  node_count = 1
  auto_scale = true
  min_nodes  = 0
  max_nodes  = 5
}
