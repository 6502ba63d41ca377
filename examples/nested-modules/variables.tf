variable "region" {
  type    = string
  default = "fra1"
}

variable "stages" {
  type = map(object({
    replicas = number
    backups  = bool
  }))
  default = {
    production = { replicas = 3, backups = true }
    staging    = { replicas = 1, backups = false }
  }
}
