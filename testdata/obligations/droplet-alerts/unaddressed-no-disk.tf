resource "digitalocean_droplet" "web" {
  name   = "web-1"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
  tags   = ["web"]
}

resource "digitalocean_monitor_alert" "cpu" {
  alerts {
    email = ["ops@example.com"]
  }
  description = "cpu"
  type        = "v1/insights/droplet/cpu"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  tags        = ["web"]
}

resource "digitalocean_monitor_alert" "memory" {
  alerts {
    email = ["ops@example.com"]
  }
  description = "memory"
  type        = "v1/insights/droplet/memory_utilization_percent"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  tags        = ["web"]
}
