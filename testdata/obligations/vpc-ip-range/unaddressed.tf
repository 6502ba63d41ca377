resource "digitalocean_vpc" "prod" {
  name   = "prod"
  region = "nyc3"
}
