resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}

resource "digitalocean_monitor_alert" "lb" {
  alerts {
    email = ["ops@example.com"]
  }
  description = "lb"
  type        = "v1/insights/lbaas/droplet_health"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  entities    = [digitalocean_loadbalancer.web.id]
  enabled     = false
}
