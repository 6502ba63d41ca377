resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      image {
        registry_type = "DOCR"
        repository    = "api"
        tag           = "v1.4.2"
        deploy_on_push {
          enabled = false
        }
      }
    }
    worker {
      name = "mail"
      image {
        registry_type = "DOCR"
        repository    = "mail"
        tag           = "v1.4.2"
        deploy_on_push {
          enabled = null
        }
      }
    }
  }
}
