# The provider takes 0, and for the API it means for ever.
resource "digitalocean_container_registry_docker_credentials" "ci" {
  registry_name  = "acme"
  expiry_seconds = 0
}
