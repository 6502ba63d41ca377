variable "region" {
  type    = string
  default = "fra1"
}

variable "domain" {
  type    = string
  default = "www.example.com"
}

# Who may log in to the bastion. Too wide: see what srmlint says of it.
variable "admin_addresses" {
  type    = list(string)
  default = ["0.0.0.0/0", "::/0"]
}
