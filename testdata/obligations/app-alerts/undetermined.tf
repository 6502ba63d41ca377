variable "quiet" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule     = "DEPLOYMENT_FAILED"
      disabled = var.quiet
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
