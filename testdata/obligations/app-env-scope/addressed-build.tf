variable "npm_token" {
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
      env {
        key   = "NPM_TOKEN"
        value = var.npm_token
        type  = "SECRET"
        scope = "BUILD_TIME"
      }
    }
  }
}
