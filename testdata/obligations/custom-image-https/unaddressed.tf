resource "digitalocean_custom_image" "base" {
  name    = "base"
  url     = "http://images.example.com/base-2026-11.qcow2"
  regions = ["fra1"]
}
