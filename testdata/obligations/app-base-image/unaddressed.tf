resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name            = "api"
      dockerfile_path = "Dockerfile"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
  }
}
