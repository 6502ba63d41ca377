# No Droplet has the id 0: the provider takes it for none.
resource "digitalocean_reserved_ip" "web" {
  region     = "fra1"
  droplet_id = 0
}

resource "digitalocean_reserved_ipv6" "web" {
  region_slug = "fra1"
  droplet_id  = 0
}
