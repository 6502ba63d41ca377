variable "protect" {}

resource "digitalocean_app" "shop" {
  spec {
    name                            = "shop"
    enhanced_threat_control_enabled = var.protect

    domain {
      name = "shop.example.com"
    }
  }
}
