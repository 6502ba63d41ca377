variable "windows" {}

resource "digitalocean_kubernetes_cluster" "main" {
  name         = "main"
  region       = "ams3"
  version      = "1.35.1-do.0"
  auto_upgrade = true

  dynamic "maintenance_policy" {
    for_each = var.windows
    content {
      day        = maintenance_policy.value
      start_time = "04:00"
    }
  }

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
  }
}
