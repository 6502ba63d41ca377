resource "digitalocean_spaces_bucket" "assets" {
  name   = "acme-assets"
  region = "fra1"
}

resource "digitalocean_cdn" "assets" {
  origin         = digitalocean_spaces_bucket.assets.bucket_domain_name
  custom_domain  = "static.example.com"
  certificate_id = "892071a0-bb95-49bc-8021-3afd67a210bf"
}
