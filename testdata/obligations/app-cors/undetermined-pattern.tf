variable "origin" {}

locals {
  patterns = {
    prefix = { prefix = var.origin, regex = null }
    regex  = { prefix = null, regex = var.origin }
  }
}

resource "digitalocean_app" "shop" {
  for_each = local.patterns
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
            prefix = each.value.prefix
            regex  = each.value.regex
          }
        }
      }
    }
  }
}
