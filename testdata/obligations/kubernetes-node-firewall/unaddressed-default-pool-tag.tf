resource "digitalocean_kubernetes_cluster" "main" {
  name    = "main"
  region  = "ams3"
  version = "1.35.1-do.0"

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 3
    tags       = ["main-nodes"]
  }
}

resource "digitalocean_firewall" "nodes" {
  name = "nodes"
  tags = ["main-nodes"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "30080"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
