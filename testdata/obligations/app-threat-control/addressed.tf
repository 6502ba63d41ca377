resource "digitalocean_app" "shop" {
  spec {
    name                            = "shop"
    enhanced_threat_control_enabled = true

    domain {
      name = "shop.example.com"
    }
  }
}
