resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
    }
    service {
      name = "admin"
    }
    ingress {
      rule {
        component {
          name = "api"
        }
        cors {
          allow_credentials = true
          allow_origins {
            exact = "https://shop.example.com"
          }
        }
      }
      rule {
        component {
          name = "admin"
        }
        cors {
          allow_credentials = true
          allow_origins {
            regex = ".*"
          }
        }
      }
    }
  }
}
