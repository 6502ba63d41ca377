variable "windows" {}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "16"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2

  dynamic "maintenance_window" {
    for_each = var.windows
    content {
      day  = maintenance_window.value.day
      hour = maintenance_window.value.hour
    }
  }
}
