resource "digitalocean_gradientai_custom_model" "chat" {
  name        = "chat"
  source_type = "huggingface"

  source_ref {
    repo_id    = "acme/chat-7b"
    commit_sha = "9b1c2f4e5d6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c"
  }
}
