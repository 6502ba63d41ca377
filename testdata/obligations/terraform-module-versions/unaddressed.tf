module "network" {
  source = "acme/network/digitalocean"
}
