resource "digitalocean_vpc" "prod" {
  name     = "prod"
  region   = "nyc3"
  ip_range = "10.10.0.0/16"
}
