variable "region" {}

resource "digitalocean_container_registry" "acme" {
  name                   = "acme"
  subscription_tier_slug = "basic"
  region                 = var.region
}
