resource "digitalocean_vpc" "main" {
  name     = "shop"
  region   = "fra1"
  ip_range = "10.20.0.0/20"
}

resource "digitalocean_firewall" "web" {
  name = "web"
  tags = [digitalocean_tag.web.id]

  inbound_rule {
    protocol                  = "tcp"
    port_range                = "8080"
    source_load_balancer_uids = [digitalocean_loadbalancer.public.id]
  }

  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    source_addresses = var.office
  }

  outbound_rule {
    protocol              = "tcp"
    port_range            = "443"
    destination_addresses = ["0.0.0.0/0", "::/0"]
  }
}

resource "digitalocean_firewall" "bastion" {
  name        = "bastion"
  droplet_ids = [digitalocean_droplet.bastion.id]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    source_addresses = ["0.0.0.0/0"]
  }
}

resource "digitalocean_uptime_check" "shop" {
  name    = "shop"
  target  = "https://shop.example.com/healthy"
  regions = ["eu_west"]
}

# Where the vendor's scanner connects from is known only after apply.
resource "digitalocean_reserved_ip" "scanner" {
  region = "fra1"
}

resource "digitalocean_firewall" "scanner" {
  name = "scanner"
  tags = [digitalocean_tag.web.id]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "9100"
    source_addresses = [digitalocean_reserved_ip.scanner.ip_address]
  }
}
