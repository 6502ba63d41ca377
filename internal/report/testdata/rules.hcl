product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet"]
  basis         = "stated"
  layers        = { data = "customer", operating_system = "customer", network_controls = "shared", facility = "digitalocean" }
  shared "network_controls" {
    customer     = "Writes the rules."
    digitalocean = "Enforces them."
  }
}

product "account" {
  title         = "Account"
  service_model = "SaaS"
  resources     = ["account", "terraform"]
  basis         = "stated"
  layers        = { identity = "customer" }
}

relation "firewall" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_firewall"]
  join {
    from = id
    to   = droplet_ids
  }
}

obligation "droplet-firewall" {
  title     = "Put the Droplet behind a Cloud Firewall"
  resources = ["digitalocean_droplet"]
  layer     = "network_controls"
  owner     = "shared"
  severity  = "high"
  controls  = { "nist-csf-2.0" = ["PR.IR-01"] }
  source    = "https://example.com/firewalls"
  basis     = "stated"
  why       = "A Droplet without a Cloud Firewall accepts traffic on every port."
  remedy    = "Add a digitalocean_firewall that selects the Droplet by id or by tag."
  addressed = length(related.firewall) > 0
  gap       = "no digitalocean_firewall selects this Droplet"
}

obligation "droplet-backups" {
  title     = "Back the Droplet up"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  basis     = "documented"
  why       = "What is not backed up is lost with its disk."
  remedy    = "Set backups = true, or take snapshots on a schedule that fits how much work you can lose."
  addressed = self.backups == true
  gap       = "backups = false"
}

obligation "droplet-vpc" {
  title     = "Place the Droplet in a VPC of its own"
  resources = ["digitalocean_droplet"]
  layer     = "network_controls"
  owner     = "shared"
  severity  = "low"
  basis     = "derived"
  why       = "The default VPC is shared by all."
  remedy    = "Set vpc_uuid."
  addressed = self.vpc_uuid != ""
  gap       = "no VPC"
}

obligation "droplet-os-updates" {
  title     = "Patch the guest operating system"
  resources = ["digitalocean_droplet"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  basis     = "stated"
  why       = "DigitalOcean does not patch it."
  remedy    = "Patch on a schedule."
  question  = "Who patches the guest operating system, and how?"
}

obligation "account-mfa" {
  title     = "Require a second factor"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "critical"
  basis     = "stated"
  why       = "A password alone is not enough."
  remedy    = "Require it for the team."
  question  = "Is two-factor authentication required for every member of the team?"
}

obligation "droplet-redundancy" {
  title     = "Run more than one"
  resources = ["digitalocean_droplet"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "low"
  basis     = "derived"
  why       = "One may fail."
  remedy    = "Run two."
  question  = "What takes over when this machine fails?"
}
