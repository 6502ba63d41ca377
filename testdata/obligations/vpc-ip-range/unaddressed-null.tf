variable "ip_range" {
  default = null
}

resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc3"
  ip_range = var.ip_range
}
