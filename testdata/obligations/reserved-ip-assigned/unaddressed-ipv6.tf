resource "digitalocean_reserved_ipv6" "web" {
  region_slug = "fra1"
}
