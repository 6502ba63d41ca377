# Which providers there are is the module's affair: only a lock file would pin them.
module "network" {
  source  = "acme/network/digitalocean"
  version = "1.4.2"
}
