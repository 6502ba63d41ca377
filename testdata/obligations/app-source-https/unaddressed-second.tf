resource "digitalocean_app" "shop" {
  spec {
    name = "shop"
    service {
      name = "api"
      git {
        repo_clone_url = "https://git.example.com/shop.git"
        branch         = "main"
      }
    }
    worker {
      name = "mail"
      git {
        repo_clone_url = "git://git.example.com/mail.git"
        branch         = "main"
      }
    }
  }
}
