resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      image {
        registry_type = "DOCR"
        repository    = "api"
        tag           = ""
      }
    }
  }
}
