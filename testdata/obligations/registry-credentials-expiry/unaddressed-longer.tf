resource "digitalocean_container_registry_docker_credentials" "ci" {
  registry_name  = "acme"
  expiry_seconds = 7776001
}
