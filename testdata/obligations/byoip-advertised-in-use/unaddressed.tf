resource "digitalocean_byoip_prefix" "edge" {
  prefix     = "203.0.113.0/24"
  region     = "nyc3"
  signature  = "MEUCIQD…"
  advertised = true
}
