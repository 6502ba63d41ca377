variable "openai_api_key" {
  default = "sk-proj-0123456789abcdefghij"
}

resource "digitalocean_gradientai_openai_api_key" "main" {
  name    = "production"
  api_key = var.openai_api_key
}
