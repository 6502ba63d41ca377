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
          allow_credentials = true
          allow_origins {
            prefix = "https://shop.example.com:" # on any port
          }
        }
      }
    }
  }
}
