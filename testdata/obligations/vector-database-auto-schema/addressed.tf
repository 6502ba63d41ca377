resource "digitalocean_vector_database" "search" {
  name   = "search"
  region = "nyc1"
  size   = "db-s-2vcpu-2gb"

  config {
    enable_auto_schema = false
  }
}
