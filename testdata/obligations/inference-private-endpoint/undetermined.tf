variable "public" {}

resource "digitalocean_dedicated_inference" "chat" {
  name                   = "chat"
  region                 = "tor1"
  enable_public_endpoint = var.public

  model_deployments {
    model_slug     = "deepseek-r1-distill-qwen-14b"
    model_provider = "digitalocean"

    accelerators {
      accelerator_slug = "gpu-h100x1-80gb"
      scale            = 1
      type             = "nvidia_h100"
    }
  }
}
