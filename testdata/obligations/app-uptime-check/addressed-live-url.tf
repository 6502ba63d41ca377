resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      github {
        repo   = "acme/shop"
        branch = "main"
      }
    }
  }
}

resource "digitalocean_uptime_check" "shop" {
  name   = "shop"
  target = digitalocean_app.shop.live_url
}
