resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      env {
        key   = "REGION"
        value = "fra1"
        type  = "GENERAL"
      }
    }
  }
}
