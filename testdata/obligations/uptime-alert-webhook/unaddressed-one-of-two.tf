variable "slack_webhook" {
  sensitive = true
}

resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

resource "digitalocean_uptime_alert" "down" {
  name     = "down"
  check_id = digitalocean_uptime_check.shop.id
  type     = "down"
  period   = "2m"

  notifications {
    slack {
      channel = "#oncall"
      url     = var.slack_webhook
    }

    slack {
      channel = "#shop"
      url     = "https://hooks.slack.com/services/T1234567/B1234567/abcdefgh"
    }
  }
}
