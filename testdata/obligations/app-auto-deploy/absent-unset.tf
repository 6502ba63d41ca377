resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      gitlab {
        repo   = "acme/shop"
        branch = "main"
      }
    }
    worker {
      name = "mail"
      bitbucket {
        repo   = "acme/mail"
        branch = "main"
      }
    }
    worker {
      name = "reports"
      image {
        registry_type = "DOCR"
        repository    = "reports"
        tag           = "v1.4.2"
      }
    }
  }
}
