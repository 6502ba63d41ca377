variable "do_token" {
  sensitive = true
}

provider "digitalocean" {
  token = var.do_token
}
