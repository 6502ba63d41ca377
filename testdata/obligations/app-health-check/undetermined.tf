variable "checks" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      dynamic "health_check" {
        for_each = var.checks
        content {
          http_path = health_check.value
        }
      }
    }
  }
}
