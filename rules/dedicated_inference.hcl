# Dedicated inference: models on GPUs of one's own.

product "dedicated_inference" {
  title         = "Dedicated Inference"
  service_model = "PaaS"
  resources     = ["digitalocean_dedicated_inference", "digitalocean_dedicated_inference_token"]
  basis         = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "digitalocean"
    availability          = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Decides whether there is a public endpoint, and in which VPC the private one is."
    digitalocean = "Serves the endpoints and checks tokens."
  }
  shared "availability" {
    customer     = "Chooses the number of accelerators."
    digitalocean = "Keeps them running."
  }
  inherited = ["GPU hosts, their drivers and the software that serves the models."]
}

obligation "inference-private-endpoint" {
  title     = "Serve inference privately"
  resources = ["digitalocean_dedicated_inference"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/dedicated_inference.md"
  basis     = "documented"
  why       = "On a public endpoint a leaked token is all it takes to use the GPUs from anywhere."
  remedy    = "Leave enable_public_endpoint = false and set vpc_uuid; changing it later replaces the endpoint."
  addressed = !coalesce(self.enable_public_endpoint, false)
  gap       = "enable_public_endpoint = true"
}

obligation "inference-token-rotation" {
  title     = "Give each client a token and rotate it"
  resources = ["digitalocean_dedicated_inference_token"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01"]
    "nist-csf-1.1" = ["PR.AC-1"]
  }
  source   = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/dedicated_inference_token.md"
  basis    = "documented"
  why      = "These tokens do not expire, and one that several clients share cannot be withdrawn from one of them."
  remedy   = "Make a digitalocean_dedicated_inference_token for each client, and replace it on a schedule."
  question = "Which one client uses this token, and when is it replaced?"
}
