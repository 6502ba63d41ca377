module "network" {
  source  = "acme/network/digitalocean"
  version = "1.4.2"
}
