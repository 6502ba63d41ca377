variable "clone_url" {}

resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      git {
        repo_clone_url = var.clone_url
        branch         = "main"
      }
    }
  }
}
