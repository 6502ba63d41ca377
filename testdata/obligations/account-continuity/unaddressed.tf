# The account is there with any configuration; Terraform shows nothing of it.
provider "digitalocean" {}
