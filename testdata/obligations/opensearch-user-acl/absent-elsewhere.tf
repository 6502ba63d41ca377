# Nothing tells what engine the cluster runs.
resource "digitalocean_database_user" "app" {
  cluster_id = "245bcfd0-7f31-4ce6-a2bc-475a116cca97"
  name       = "app"
}
