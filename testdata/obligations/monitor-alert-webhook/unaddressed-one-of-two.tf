variable "slack_webhook" {
  sensitive = true
}

resource "digitalocean_monitor_alert" "cpu" {
  description = "CPU above 90 %"
  type        = "v1/insights/droplet/cpu"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  tags        = ["web"]

  alerts {
    slack {
      channel = "#oncall"
      url     = var.slack_webhook
    }

    slack {
      channel = "#web"
      url     = "https://hooks.slack.com/services/T1234567/B1234567/abcdefgh"
    }
  }
}
