# Of several deploy_on_push blocks the provider reads the first.
resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      image {
        registry_type = "DOCR"
        repository    = "api"
        deploy_on_push {
          enabled = true
        }
        deploy_on_push {
          enabled = false
        }
      }
    }
  }
}
