# Droplet autoscale pools: Droplets made from a template. Duties that a pool
# shares with a single Droplet are in droplet.hcl; these read the template.

relation "firewall" {
  from = ["digitalocean_droplet_autoscale"]
  to   = ["digitalocean_firewall"]
  join {
    from = droplet_template.tags
    to   = tags
  }
}

relation "alert" {
  from = ["digitalocean_droplet_autoscale"]
  to   = ["digitalocean_monitor_alert"]
  join {
    from = droplet_template.tags
    to   = tags
  }
  where = startswith(to.type, "v1/insights/droplet/")
}

obligation "droplet-pool-supported-image" {
  title     = "Build the pool on a supported operating system"
  resources = ["digitalocean_droplet_autoscale"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-02", "ID.AM-08"]
    "nist-csf-1.1"        = ["PR.IP-12", "PR.MA-2"]
    "cis-do-services-1.0" = ["2.4"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "Each new member starts from this image; past its end of life no update can mend it."
  remedy    = "Name a supported release in droplet_template.image and let the pool replace its members."
  arises    = anytrue([for t in self.droplet_template : end_of_life_date("image", t.image) != ""])
  addressed = alltrue([for t in self.droplet_template : !end_of_life("image", t.image)])
  gap       = "support for ${join(", ", [for t in self.droplet_template : "${t.image} ended on ${end_of_life_date("image", t.image)}"])}"
}

obligation "droplet-pool-user-data-secrets" {
  title     = "Keep secrets out of the pool's user data"
  resources = ["digitalocean_droplet_autoscale"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  basis     = "derived"
  why       = "Every process on every member can read user data from the metadata service, and plan and state hold it in clear."
  remedy    = "Fetch credentials at boot from a secret store, and replace the one that was written here."
  arises    = anytrue([for t in self.droplet_template : t.user_data != null])
  addressed = alltrue([for t in self.droplet_template : !has_secret(t.user_data)])
  gap       = "droplet_template.user_data holds ${join(", ", [for t in self.droplet_template : secret_kind(t.user_data)])}"
}

obligation "droplet-pool-monitoring" {
  title     = "Install the agent on the pool's members"
  resources = ["digitalocean_droplet_autoscale"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["DE.CM-09"]
    "nist-csf-1.1"        = ["DE.CM-4", "DE.CM-7"]
    "cis-do-services-1.0" = ["4.2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/droplet_autoscale/"
  basis     = "documented"
  why       = "Without the agent neither alert policies nor the pool itself see memory use."
  remedy    = "Set with_droplet_agent = true in droplet_template."
  addressed = anytrue([for t in self.droplet_template : t.with_droplet_agent == true])
  gap       = "with_droplet_agent is not set in droplet_template"
}

obligation "droplet-pool-vpc" {
  title     = "Place the pool in a VPC of its own environment"
  resources = ["digitalocean_droplet_autoscale"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/droplet_autoscale/"
  basis     = "documented"
  why       = "Without vpc_uuid members join the region's default VPC, where all environments share a private network."
  remedy    = "Set vpc_uuid in droplet_template to the digitalocean_vpc of this environment."
  addressed = !local.default && (length(related.vpc) > 0 || anytrue([for t in self.droplet_template : t.vpc_uuid != null && t.vpc_uuid != ""]))
  gap       = surely(local.default) ? "vpc_uuid in droplet_template is that of the region's default VPC, which ${names(related.vpc)} finds" : "vpc_uuid is not set in droplet_template, so members join the region's default VPC"
  locals {
    default = anytrue([for v in related.vpc : default_vpc(v.found_by, v.default)])
  }
}

relation "vpc" {
  from = ["digitalocean_droplet_autoscale"]
  to   = ["digitalocean_vpc"]
  join {
    from = droplet_template.vpc_uuid
    to   = id
  }
}

obligation "droplet-pool-size" {
  title     = "Keep at least two members"
  resources = ["digitalocean_droplet_autoscale"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source    = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis     = "stated"
  why       = "A pool that may shrink to one member stops with it until a new one has started."
  remedy    = "Set min_instances, or target_number_instances of a pool of fixed size, to 2 or more."
  addressed = anytrue([for c in self.config : local.least >= 2])
  gap       = "the pool may shrink to ${local.least}"
  locals {
    least = max([for c in self.config : max(coalesce(c.min_instances, 0), coalesce(c.target_number_instances, 0))]...)
  }
}
