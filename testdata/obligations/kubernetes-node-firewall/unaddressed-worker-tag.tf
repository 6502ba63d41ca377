# DigitalOcean gives this tag to the nodes of every cluster.
resource "digitalocean_firewall" "workers" {
  name = "workers"
  tags = ["web", "k8s-worker"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "30080"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
