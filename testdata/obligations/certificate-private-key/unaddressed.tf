resource "digitalocean_certificate" "web" {
  name             = "web-2026"
  type             = "custom"
  private_key      = var.private_key
  leaf_certificate = var.certificate
}

variable "private_key" {
  sensitive = true
}

variable "certificate" {}
