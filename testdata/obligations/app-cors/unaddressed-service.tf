resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      cors {
        allow_credentials = true
        allow_origins {
          exact = "*"
        }
      }
    }
  }
}
