# A small web service: two web servers behind a load balancer, reached for
# administration through a bastion.

resource "digitalocean_vpc" "web" {
  name     = "web-${var.region}"
  region   = var.region
  ip_range = "10.20.0.0/24"
}

resource "digitalocean_ssh_key" "deploy" {
  name       = "deploy"
  public_key = file("${path.module}/deploy.pub")
}

resource "digitalocean_tag" "web" {
  name = "web"
}

resource "digitalocean_droplet" "web" {
  count = 2

  name       = "web-${count.index}"
  image      = "ubuntu-24-04-x64"
  region     = var.region
  size       = "s-2vcpu-4gb"
  vpc_uuid   = digitalocean_vpc.web.id
  ssh_keys   = [digitalocean_ssh_key.deploy.id]
  tags       = [digitalocean_tag.web.id]
  monitoring = true
}

resource "digitalocean_droplet" "bastion" {
  name       = "bastion"
  image      = "ubuntu-24-04-x64"
  region     = var.region
  size       = "s-1vcpu-1gb"
  vpc_uuid   = digitalocean_vpc.web.id
  ssh_keys   = [digitalocean_ssh_key.deploy.id]
  monitoring = true
  backups    = true
}
