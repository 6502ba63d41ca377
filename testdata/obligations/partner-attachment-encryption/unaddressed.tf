resource "digitalocean_partner_attachment" "office" {
  name                         = "office"
  connection_bandwidth_in_mbps = 1000
  region                       = "nyc"
  naas_provider                = "MEGAPORT"
  vpc_ids                      = ["0f3db9a4-6c8a-4f34-9f1f-1c1d5a3f4b58"]
}
