resource "digitalocean_vpc" "shop" {
  name   = "shop"
  region = "fra1"
}

resource "digitalocean_vpc" "reports" {
  name   = "reports"
  region = "ams3"
}

resource "digitalocean_vpc_peering" "reports" {
  name    = "reports"
  vpc_ids = [digitalocean_vpc.shop.id, digitalocean_vpc.reports.id]
}
