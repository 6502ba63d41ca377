# The deprecated form of domain blocks.
resource "digitalocean_app" "shop" {
  spec {
    name    = "shop"
    domains = ["shop.example.com"]
  }
}
