resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    worker {
      name = "mail"
    }
  }
}
