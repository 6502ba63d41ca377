variable "ip_range" {}

resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc3"
  ip_range = var.ip_range
}
