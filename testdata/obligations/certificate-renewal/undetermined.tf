variable "type" {}

resource "digitalocean_certificate" "web" {
  name    = "web"
  type    = var.type
  domains = ["www.example.com"]
}
