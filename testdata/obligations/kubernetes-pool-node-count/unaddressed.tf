resource "digitalocean_kubernetes_node_pool" "batch" {
  cluster_id = "bd5f5959-5e1e-4205-a714-a914373942af"
  name       = "batch"
  size       = "c-4"
  node_count = 1
}
