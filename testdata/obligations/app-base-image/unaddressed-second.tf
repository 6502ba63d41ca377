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
      name            = "mail"
      dockerfile_path = "Dockerfile"
      github {
        repo   = "acme/mail"
        branch = "main"
      }
    }
  }
}
