resource "digitalocean_gradientai_agent" "support" {
  name        = "support"
  instruction = "You answer questions on our products."
  model_uuid  = "d754f2d7-d1f0-11ef-bf8f-4e013e2ddde4"
  project_id  = "84e1e297-ee40-41ac-95ff-1067cf2206e9"
  region      = "tor1"

  deployment {
    visibility = "VISIBILITY_PRIVATE"
  }
  deployment {
    visibility = "VISIBILITY_PUBLIC"
  }
}
