variable "datadog_api_key" {
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
      log_destination {
        name = "datadog"
        datadog {
          api_key = var.datadog_api_key
        }
      }
      log_destination {
        name = "logtail"
        logtail {
          token = "0123456789abcdefghijklmn"
        }
      }
    }
  }
}
