variable "office_address" {
  type    = string
  default = "203.0.113.7"
}

variable "ssh_key_fingerprints" {
  type    = list(string)
  default = ["3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"]
}
