resource "digitalocean_tag" "app" {
  name = "app"
}

resource "digitalocean_database_firewall" "main" {
  cluster_id = "245bcfd0-7f31-4ce6-a2bc-475a116cca97"

  rule {
    type  = "tag"
    value = digitalocean_tag.app.name
  }
}
