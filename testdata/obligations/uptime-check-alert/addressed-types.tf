resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = "https://shop.example.com"
}

resource "digitalocean_uptime_alert" "everywhere" {
  name     = "down everywhere"
  check_id = digitalocean_uptime_check.shop.id
  type     = "down_global"
  period   = "2m"

  notifications {
    email = ["oncall@example.com"]
  }
}

resource "digitalocean_uptime_check" "api" {
  name   = "api"
  target = "https://api.example.com"
}

resource "digitalocean_uptime_alert" "slow" {
  name       = "slow"
  check_id   = digitalocean_uptime_check.api.id
  type       = "latency"
  threshold  = 500
  comparison = "greater_than"
  period     = "5m"

  notifications {
    email = ["oncall@example.com"]
  }
}
