resource "digitalocean_project" "shop" {
  name       = "shop"
  purpose    = "Web Application"
  is_default = true
}
