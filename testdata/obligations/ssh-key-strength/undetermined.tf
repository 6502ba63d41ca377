variable "public_key" {}

resource "digitalocean_ssh_key" "ops" {
  name       = "ops"
  public_key = var.public_key
}
