variable "slack_webhook" {}

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
      }
    }
  }
}
