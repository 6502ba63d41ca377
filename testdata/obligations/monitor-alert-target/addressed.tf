resource "digitalocean_monitor_alert" "cpu" {
  description = "CPU above 90 %"
  type        = "v1/insights/droplet/cpu"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  tags        = ["web"]

  alerts {
    email = ["oncall@example.com"]
  }
}
