variable "image_url" {}

resource "digitalocean_custom_image" "base" {
  name    = "base"
  url     = var.image_url
  regions = ["fra1"]
}
