resource "digitalocean_kubernetes_cluster" "main" {
  name                      = "main"
  region                    = "ams3"
  version                   = "1.35.1-do.0"
  kubeconfig_expire_seconds = 86401

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
