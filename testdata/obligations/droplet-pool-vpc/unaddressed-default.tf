data "digitalocean_vpc" "region" {
  region = "nyc3"
}

resource "digitalocean_droplet_autoscale" "web" {
  name = "web"
  config {
    min_instances = 2
    max_instances = 6
  }
  droplet_template {
    size     = "c-2"
    region   = "nyc3"
    image    = "ubuntu-24-04-x64"
    ssh_keys = ["3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"]
    vpc_uuid = data.digitalocean_vpc.region.id
  }
}
