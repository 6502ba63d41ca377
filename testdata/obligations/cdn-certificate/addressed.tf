resource "digitalocean_spaces_bucket" "assets" {
  name   = "acme-assets"
  region = "fra1"
}

resource "digitalocean_certificate" "cdn" {
  name    = "cdn"
  type    = "lets_encrypt"
  domains = ["static.example.com"]
}

resource "digitalocean_cdn" "assets" {
  origin           = digitalocean_spaces_bucket.assets.bucket_domain_name
  custom_domain    = "static.example.com"
  certificate_name = digitalocean_certificate.cdn.name
}
