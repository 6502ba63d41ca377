resource "digitalocean_certificate" "web" {
  name    = "web"
  type    = "lets_encrypt"
  domains = ["www.example.com"]
}
