resource "digitalocean_vpc" "main" {
  name   = "main"
  region = "atl1"
}

resource "digitalocean_nfs" "data" {
  name   = "data"
  region = "atl1"
  size   = 50
  vpc_id = digitalocean_vpc.main.id
}
