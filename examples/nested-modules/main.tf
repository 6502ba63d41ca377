# Two stages of one service from the same module, which makes its Droplets
# through a module of its own. The firewall stands beside them and learns the
# Droplets' ids through two outputs.

module "service" {
  source   = "./modules/service"
  for_each = var.stages

  stage    = each.key
  region   = var.region
  replicas = each.value.replicas
  backups  = each.value.backups
}

module "firewall" {
  source = "./modules/firewall"

  name        = "services"
  droplet_ids = module.service["production"].droplet_ids
}
