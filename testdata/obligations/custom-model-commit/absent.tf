resource "digitalocean_gradientai_custom_model" "chat" {
  name        = "chat"
  source_type = "spaces"

  source_ref {
    bucket = "acme-models"
    prefix = "chat-7b/"
    region = "tor1"
  }
}
