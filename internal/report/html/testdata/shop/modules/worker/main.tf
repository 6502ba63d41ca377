terraform {
  required_providers {
    digitalocean = {
      source = "digitalocean/digitalocean"
    }
  }
}

variable "name" {
  type = string
}

variable "vpc" {
  type = string
}

variable "key" {
  type = string
}

resource "digitalocean_droplet" "this" {
  name     = var.name
  region   = "fra1"
  size     = "s-2vcpu-4gb"
  image    = "ubuntu-24-04-x64"
  vpc_uuid = var.vpc
  ssh_keys = [var.key]
}
