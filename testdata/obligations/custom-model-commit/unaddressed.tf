resource "digitalocean_gradientai_custom_model" "chat" {
  name        = "chat"
  source_type = "huggingface"

  source_ref {
    repo_id = "acme/chat-7b"
  }
}
