resource "digitalocean_database_cluster" "orders" {
  name                 = "orders"
  engine               = "pg"
  version              = "16"
  size                 = "db-s-2vcpu-4gb"
  region               = "fra1"
  node_count           = 2
  private_network_uuid = digitalocean_vpc.main.id
}

resource "digitalocean_database_firewall" "orders" {
  cluster_id = digitalocean_database_cluster.orders.id

  rule {
    type  = "tag"
    value = digitalocean_tag.web.name
  }
}

resource "digitalocean_kubernetes_cluster" "jobs" {
  name         = "jobs"
  region       = "fra1"
  version      = "1.33.1-do.0"
  auto_upgrade = true
  vpc_uuid     = digitalocean_vpc.main.id

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 2
  }
}

resource "digitalocean_spaces_bucket" "assets" {
  name   = "shop-assets"
  region = "fra1"
  acl    = "public-read"
}

resource "digitalocean_volume" "media" {
  name   = "media"
  region = "fra1"
  size   = 200
}

resource "digitalocean_volume_attachment" "media" {
  droplet_id = digitalocean_droplet.web[0].id
  volume_id  = digitalocean_volume.media.id
}
