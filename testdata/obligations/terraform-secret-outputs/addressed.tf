variable "api_token" {
  sensitive = true
}

output "api_token" {
  value     = var.api_token
  sensitive = true
}
