resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      instance_count = 2
    }
    service {
      name = "web"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      instance_count = 1
    }
  }
}
