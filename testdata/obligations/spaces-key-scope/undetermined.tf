variable "permission" {}

resource "digitalocean_spaces_key" "app" {
  name = "app"

  grant {
    bucket     = "assets"
    permission = var.permission
  }
}
