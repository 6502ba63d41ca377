resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
    worker {
      name = "mail"
      gitlab {
        repo           = "acme/mail"
        branch         = "main"
        deploy_on_push = true
      }
    }
  }
}
