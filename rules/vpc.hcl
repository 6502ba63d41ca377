# VPC: private networks within a region.

product "vpc" {
  title         = "VPC"
  service_model = "IaaS"
  resources     = ["digitalocean_vpc"]
  basis         = "derived"
  layers = {
    people                = "customer"
    configuration         = "customer"
    network_controls      = "shared"
    encryption_in_transit = "customer"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Divides environments and tenants into networks, plans their ranges and decides what is joined."
    digitalocean = "Keeps each VPC apart from all others, of this customer and of any other."
  }
  inherited = [
    "Isolation of private networks between customers.",
    "The physical network underneath.",
  ]
}

obligation "vpc-segmentation" {
  title     = "Give each environment and tenant its own VPC"
  resources = ["digitalocean_vpc"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source   = "https://docs.digitalocean.com/reference/terraform/reference/resources/vpc/"
  basis    = "documented"
  why      = "Inside a VPC every machine reaches every other: what breaks into staging stands beside production if they share one."
  remedy   = "Make one digitalocean_vpc per environment and, where customers must not see each other, per tenant."
  question = "Which environment and which tenants does this VPC hold, and is that one of each?"
}

obligation "vpc-ip-range" {
  title     = "Plan the address range"
  resources = ["digitalocean_vpc"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-03", "PR.IR-01"]
    "nist-csf-1.1" = ["ID.AM-3", "PR.AC-5"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/vpc/"
  basis     = "documented"
  why       = "A range that DigitalOcean picks may overlap with one that this VPC must be peered with later, and it cannot be changed then."
  remedy    = "Set ip_range to a private range that no other network of yours has."
  addressed = configured.ip_range && is_set(self.ip_range, self.address)
  gap       = "ip_range is not set, so DigitalOcean picks one"
}
