resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
      log_destination {
        name = "logs"
        papertrail {
          endpoint = "syslog+tls://logs.example.com:6514"
        }
      }
    }
    worker {
      name = "mail"
    }
  }
}
