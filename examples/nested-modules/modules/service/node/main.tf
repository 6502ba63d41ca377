variable "name" {
  type = string
}

variable "region" {
  type = string
}

variable "vpc_uuid" {
  type = string
}

variable "backups" {
  type = bool
}

resource "digitalocean_droplet" "this" {
  name       = var.name
  image      = "ubuntu-24-04-x64"
  region     = var.region
  size       = "s-1vcpu-2gb"
  vpc_uuid   = var.vpc_uuid
  backups    = var.backups
  monitoring = true
  ssh_keys   = ["3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"]
}

output "id" {
  value = digitalocean_droplet.this.id
}
