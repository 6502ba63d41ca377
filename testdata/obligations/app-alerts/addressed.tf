resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule = "DEPLOYMENT_FAILED"
    }
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
  }
}
