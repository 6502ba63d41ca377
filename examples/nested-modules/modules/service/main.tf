variable "stage" {
  type = string
}

variable "region" {
  type = string
}

variable "replicas" {
  type = number
}

variable "backups" {
  type    = bool
  default = true
}

resource "digitalocean_vpc" "this" {
  name   = "service-${var.stage}"
  region = var.region
}

module "node" {
  source = "./node"
  count  = var.replicas

  name     = "${var.stage}-${count.index}"
  region   = var.region
  vpc_uuid = digitalocean_vpc.this.id
  backups  = var.backups
}

output "droplet_ids" {
  value = module.node[*].id
}
