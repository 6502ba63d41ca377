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
        key   = "DATABASE_URL"
        value = "$${db.DATABASE_URL}"
      }
    }
  }
}
