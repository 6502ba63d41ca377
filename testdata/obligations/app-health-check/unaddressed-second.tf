resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      health_check {
        http_path = "/healthz"
      }
    }
    service {
      name = "web"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
  }
}
