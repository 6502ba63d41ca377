resource "digitalocean_project" "shop" {
  name        = "shop"
  purpose     = "Web Application"
  environment = "Production"
}
