variable "slack_webhook" {
  sensitive = true
}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule = "DEPLOYMENT_FAILED"
      destinations {
        slack_webhooks {
          channel = "#deploys"
          url     = var.slack_webhook
        }
        slack_webhooks {
          channel = "#ops"
          url     = "https://hooks.slack.com/services/T1234567/B1234567/abcdefgh"
        }
      }
    }
  }
}
