resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      autoscaling {
        min_instance_count = 1
        max_instance_count = 6
        metrics {
          cpu {
            percent = 70
          }
        }
      }
    }
  }
}
