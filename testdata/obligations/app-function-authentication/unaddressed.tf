resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    function {
      name = "webhooks"
      github {
        repo   = "acme/webhooks"
        branch = "main"
      }
    }
  }
}
