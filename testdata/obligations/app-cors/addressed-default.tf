resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
    }
    ingress {
      rule {
        component {
          name = "api"
        }
        cors {
          allow_origins {
            regex = ".*"
          }
        }
      }
    }
  }
}
