# Terraform takes an app without a spec; only the API refuses it.
resource "digitalocean_app" "shop" {}
