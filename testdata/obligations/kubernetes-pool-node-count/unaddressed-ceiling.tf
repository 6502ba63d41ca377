resource "digitalocean_kubernetes_node_pool" "batch" {
  cluster_id = "bd5f5959-5e1e-4205-a714-a914373942af"
  name       = "batch"
  size       = "c-4"
  node_count = 1
  auto_scale = true
  min_nodes  = 0
  max_nodes  = 1
}

resource "digitalocean_kubernetes_node_pool" "jobs" {
  cluster_id = "bd5f5959-5e1e-4205-a714-a914373942af"
  name       = "jobs"
  size       = "c-4"
  auto_scale = true
}
