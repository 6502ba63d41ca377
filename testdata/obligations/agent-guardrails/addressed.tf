resource "digitalocean_gradientai_agent" "support" {
  name        = "support"
  instruction = "You answer questions on our products."
  model_uuid  = "d754f2d7-d1f0-11ef-bf8f-4e013e2ddde4"
  project_id  = "84e1e297-ee40-41ac-95ff-1067cf2206e9"
  region      = "tor1"

  agent_guardrail {
    guardrail_uuid = "8f1f1b1e-6a3c-11f0-bf8f-4e013e2ddde4"
    name           = "Sensitive data"
    priority       = 1
  }
}
