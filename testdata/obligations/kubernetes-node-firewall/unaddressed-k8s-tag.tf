# DigitalOcean gives this tag to the nodes of every cluster.
resource "digitalocean_firewall" "clusters" {
  name = "clusters"
  tags = ["web", "k8s"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "30080"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
