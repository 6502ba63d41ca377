resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule     = "DEPLOYMENT_FAILED"
      disabled = true
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
