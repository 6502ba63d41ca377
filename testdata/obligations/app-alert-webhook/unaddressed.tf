resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule = "DEPLOYMENT_FAILED"
      destinations {
        slack_webhooks {
          channel = "#deploys"
          url     = "https://hooks.slack.com/services/T1234567/B1234567/abcdefgh"
        }
      }
    }
  }
}
