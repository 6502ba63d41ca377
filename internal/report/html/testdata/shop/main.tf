# The infrastructure of a small shop, for tests and pictures of the HTML report.

terraform {
  required_version = ">= 1.5"
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.99"
    }
  }
}

variable "office" {
  type        = list(string)
  description = "Address ranges that administrators come from."
  default     = ["203.0.113.0/24"]
}

resource "digitalocean_ssh_key" "deploy" {
  name       = "deploy"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPBlwA1ZWcMErnnEyqqWSwDOyzGTxMBVNoJGa1rRTUmV deploy@example.com"
}

resource "digitalocean_tag" "web" {
  name = "web"
}

resource "digitalocean_droplet" "web" {
  count      = 3
  name       = "web-${count.index + 1}"
  region     = "fra1"
  size       = "s-2vcpu-4gb"
  image      = "ubuntu-24-04-x64"
  vpc_uuid   = digitalocean_vpc.main.id
  ssh_keys   = [digitalocean_ssh_key.deploy.id]
  tags       = [digitalocean_tag.web.id]
  monitoring = true
  backups    = count.index == 0
}

resource "digitalocean_droplet" "bastion" {
  name     = "bastion"
  region   = "fra1"
  size     = "s-1vcpu-1gb"
  image    = "ubuntu-20-04-x64"
  ssh_keys = [digitalocean_ssh_key.deploy.id]
}

module "worker" {
  source   = "./modules/worker"
  for_each = toset(["mail", "thumbnails"])
  name     = each.key
  vpc      = digitalocean_vpc.main.id
  key      = digitalocean_ssh_key.deploy.id
}

resource "digitalocean_loadbalancer" "public" {
  name                   = "shop"
  region                 = "fra1"
  vpc_uuid               = digitalocean_vpc.main.id
  droplet_tag            = digitalocean_tag.web.name
  redirect_http_to_https = true

  forwarding_rule {
    entry_port       = 443
    entry_protocol   = "https"
    target_port      = 8080
    target_protocol  = "http"
    certificate_name = digitalocean_certificate.shop.name
  }

  healthcheck {
    port     = 8080
    protocol = "http"
    path     = "/healthy"
  }
}

resource "digitalocean_certificate" "shop" {
  name    = "shop"
  type    = "lets_encrypt"
  domains = ["shop.example.com"]
}

resource "digitalocean_domain" "shop" {
  name = "shop.example.com"
}

resource "digitalocean_record" "www" {
  domain = digitalocean_domain.shop.id
  type   = "A"
  name   = "www"
  value  = digitalocean_loadbalancer.public.ip
}
