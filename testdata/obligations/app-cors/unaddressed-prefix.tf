locals {
  wide = {
    https = "https://"
    http  = "http"
    host  = "https://shop.example.com" # and shop.example.com.stranger.com
  }
}

resource "digitalocean_app" "shop" {
  for_each = local.wide
  spec {
    name = "shop-${each.key}"
    service {
      name = "api"
    }
    ingress {
      rule {
        component {
          name = "api"
        }
        cors {
          allow_credentials = true
          allow_origins {
            prefix = each.value
          }
        }
      }
    }
  }
}
