variable "vpc_name" {}

variable "region" {}

data "digitalocean_vpc" "either" {
  name   = var.vpc_name
  region = var.region
}

resource "digitalocean_droplet" "web" {
  name     = "web-1"
  image    = "ubuntu-24-04-x64"
  size     = "s-1vcpu-1gb"
  region   = "nyc3"
  vpc_uuid = data.digitalocean_vpc.either.id
}
