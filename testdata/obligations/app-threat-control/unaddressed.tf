resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    domain {
      name = "shop.example.com"
    }
  }
}
