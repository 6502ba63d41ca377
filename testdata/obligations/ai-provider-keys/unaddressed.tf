resource "digitalocean_gradientai_openai_api_key" "main" {
  name    = "production"
  api_key = "sk-proj-0123456789abcdefghij"
}
