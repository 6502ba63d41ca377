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
        key   = "DB_PASSWORD"
        value = null
      }
    }
  }
}
