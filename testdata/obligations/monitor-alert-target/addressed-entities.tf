resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}

resource "digitalocean_monitor_alert" "cpu" {
  description = "CPU above 90 %"
  type        = "v1/insights/droplet/cpu"
  compare     = "GreaterThan"
  value       = 90
  window      = "5m"
  entities    = [digitalocean_droplet.web.id]

  alerts {
    email = ["oncall@example.com"]
  }
}
