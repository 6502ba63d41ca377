terraform {
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.99"
    }
    random = {
      source = "hashicorp/random"
    }
  }
}

module "network" {
  source  = "acme/network/digitalocean"
  version = "1.4.2"
}
