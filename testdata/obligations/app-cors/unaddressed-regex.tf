locals {
  wide = {
    all    = "^.*$"
    https  = "^https?://.+$"
    start  = "^https://"
    dotcom = "^https://[a-z]+\\.com$"
    plain  = "^http://[a-z]+\\.com$"
    www    = "^https://www\\.[a-z]+\\.com$"
    apps   = "^https://[a-z0-9-]+\\.ondigitalocean\\.app$"
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
            regex = each.value
          }
        }
      }
    }
  }
}
