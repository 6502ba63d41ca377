variable "x" {}

resource "digitalocean_kubernetes_cluster" "main" {
  name    = "main"
  region  = "ams3"
  version = "1.35.1-do.0"

  control_plane_firewall {
    enabled           = true
    allowed_addresses = [var.x]
  }

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
