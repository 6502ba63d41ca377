resource "digitalocean_kubernetes_cluster" "main" {
  name    = "main"
  region  = "ams3"
  version = "latest"

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
