resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      image {
        registry_type = "DOCR"
        repository    = "api"
        digest        = "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
      }
    }
  }
}
