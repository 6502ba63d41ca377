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
          api_key = "0123456789abcdef0123456789abcdef"
        }
      }
    }
  }
}
