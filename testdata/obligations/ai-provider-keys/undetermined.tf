variable "openai_api_key" {}

resource "digitalocean_gradientai_openai_api_key" "main" {
  name    = "production"
  api_key = var.openai_api_key
}
