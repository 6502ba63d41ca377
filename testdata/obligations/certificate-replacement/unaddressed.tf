resource "digitalocean_certificate" "web" {
  name             = "web-2026"
  type             = "custom"
  private_key      = var.private_key
  leaf_certificate = file("web.crt")
}

variable "private_key" {
  sensitive = true
}
