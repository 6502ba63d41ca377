variable "production" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    database {
      name       = "db"
      engine     = "PG"
      production = var.production
    }
  }
}
