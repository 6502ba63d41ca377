resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      alert {
        rule     = "CPU_UTILIZATION"
        operator = "GREATER_THAN"
        value    = 80
        window   = "TEN_MINUTES"
      }
    }
  }
}
