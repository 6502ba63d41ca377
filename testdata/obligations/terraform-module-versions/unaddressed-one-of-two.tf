module "network" {
  source  = "acme/network/digitalocean"
  version = "1.4.2"
}

module "database" {
  source = "acme/database/digitalocean"
}
