variable "target" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    domain {
      name = "shop.example.com"
    }
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
  }
}

resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = var.target
}
