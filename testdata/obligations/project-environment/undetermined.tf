variable "environment" {}

resource "digitalocean_project" "shop" {
  name        = "shop"
  purpose     = "Web Application"
  environment = var.environment
}
