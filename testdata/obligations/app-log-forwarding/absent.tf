resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    static_site {
      name = "docs"
    }
  }
}
