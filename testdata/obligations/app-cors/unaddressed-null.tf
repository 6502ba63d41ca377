# The frames of a sandbox have this origin, and any page can show one.
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
            exact = "null"
          }
        }
      }
    }
  }
}
