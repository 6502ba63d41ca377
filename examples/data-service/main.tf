# A data service: a PostgreSQL cluster, a worker that writes its exports to a
# bucket, and a volume for what it works on.

resource "digitalocean_vpc" "data" {
  name     = "data"
  region   = "ams3"
  ip_range = "10.30.0.0/24"
}

resource "digitalocean_database_cluster" "orders" {
  name                 = "orders"
  engine               = "pg"
  version              = "17"
  size                 = "db-s-2vcpu-4gb"
  region               = "ams3"
  node_count           = 1
  private_network_uuid = digitalocean_vpc.data.id

  maintenance_window {
    day  = "sunday"
    hour = "02:00:00"
  }
}

resource "digitalocean_database_firewall" "orders" {
  cluster_id = digitalocean_database_cluster.orders.id

  rule {
    type  = "droplet"
    value = digitalocean_droplet.worker.id
  }

  rule {
    type  = "ip_addr"
    value = var.office_address
  }
}

resource "digitalocean_database_user" "worker" {
  cluster_id = digitalocean_database_cluster.orders.id
  name       = "worker"
}

resource "digitalocean_droplet" "worker" {
  name          = "worker"
  image         = "debian-13-x64"
  region        = "ams3"
  size          = "s-2vcpu-4gb"
  vpc_uuid      = digitalocean_vpc.data.id
  ssh_keys      = var.ssh_key_fingerprints
  monitoring    = true
  backups       = true
  user_data     = templatefile("${path.module}/worker.yaml", { bucket = digitalocean_spaces_bucket.exports.name })
  droplet_agent = true
}

resource "digitalocean_volume" "scratch" {
  name                    = "scratch"
  region                  = "ams3"
  size                    = 200
  initial_filesystem_type = "ext4"
}

resource "digitalocean_volume_attachment" "scratch" {
  droplet_id = digitalocean_droplet.worker.id
  volume_id  = digitalocean_volume.scratch.id
}

resource "digitalocean_firewall" "worker" {
  name        = "worker"
  droplet_ids = [digitalocean_droplet.worker.id]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    source_addresses = [var.office_address]
  }

  outbound_rule {
    protocol              = "tcp"
    port_range            = "all"
    destination_addresses = ["0.0.0.0/0", "::/0"]
  }
}
