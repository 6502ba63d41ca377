resource "digitalocean_vpc" "main" {
  name   = "main"
  region = "fra1"
}

resource "digitalocean_vpc_nat_gateway" "main" {
  name   = "main"
  type   = "PUBLIC"
  region = "fra1"
  size   = 1

  vpcs {
    vpc_uuid = digitalocean_vpc.main.id
  }
}
