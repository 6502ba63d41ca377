resource "digitalocean_firewall" "nodes" {
  name = "nodes"
  tags = ["k8s:bd5f5959-5e1e-4205-a714-a914373942af"]

  inbound_rule {
    protocol         = "udp"
    port_range       = "30053"
    source_addresses = ["0.0.0.0/0", "::/0"]
  }
}
