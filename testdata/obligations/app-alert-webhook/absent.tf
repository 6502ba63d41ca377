resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    alert {
      rule = "DEPLOYMENT_FAILED"
    }
  }
}
