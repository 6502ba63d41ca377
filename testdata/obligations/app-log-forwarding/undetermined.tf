variable "papertrail" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      dynamic "log_destination" {
        for_each = var.papertrail
        content {
          name = "logs"
          papertrail {
            endpoint = log_destination.value
          }
        }
      }
    }
  }
}
