resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "16"
  size       = "db-s-1vcpu-2gb"
  region     = "nyc1"
  node_count = 2
}

resource "digitalocean_monitor_alert" "disk" {
  alerts {
    email = ["ops@example.com"]
  }
  description = "disk"
  type        = "v1/dbaas/alerts/disk_utilization_alerts"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  entities    = [digitalocean_database_cluster.main.id]
  enabled     = false
}

resource "digitalocean_monitor_alert" "cpu" {
  alerts {
    email = ["ops@example.com"]
  }
  description = "cpu"
  type        = "v1/dbaas/alerts/cpu_alerts"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  entities    = [digitalocean_database_cluster.main.id]
}
