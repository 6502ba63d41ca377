resource "digitalocean_firewall" "nodes" {
  name = "nodes"
  tags = ["k8s:bd5f5959-5e1e-4205-a714-a914373942af"]

  inbound_rule {
    protocol         = "tcp"
    port_range       = "30000-32767"
    source_addresses = ["203.0.113.0/24"]
  }
}
