variable "db_password" {
  sensitive = true
}

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
        value = var.db_password
        type  = "SECRET"
        scope = "UNSET"
      }
    }
  }
}
