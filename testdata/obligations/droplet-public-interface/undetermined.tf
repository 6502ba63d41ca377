variable "public" {}

resource "digitalocean_droplet" "web" {
  name              = "web-1"
  image             = "ubuntu-24-04-x64"
  size              = "s-1vcpu-1gb"
  region            = "nyc3"
  tags              = ["web"]
  public_networking = var.public
}

resource "digitalocean_loadbalancer" "web" {
  name        = "web"
  region      = "nyc3"
  droplet_tag = "web"

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 80
    target_protocol  = "http"
    certificate_name = "web"
  }
}
