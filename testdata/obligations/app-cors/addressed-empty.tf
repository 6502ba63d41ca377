# The provider takes an empty text for none.
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
            exact  = "https://shop.example.com"
            prefix = ""
            regex  = ""
          }
        }
      }
    }
  }
}
