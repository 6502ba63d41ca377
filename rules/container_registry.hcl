# Container registries and the credentials for them.

product "container_registry" {
  title         = "Container Registry"
  service_model = "PaaS"
  resources = [
    "digitalocean_container_registry",
    "digitalocean_container_registries",
    "digitalocean_container_registry_docker_credentials",
  ]
  basis = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    encryption_in_transit = "digitalocean"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  inherited = [
    "Private storage of the images and the registry's own software.",
    "TLS for pushes and pulls.",
  ]
}

obligation "registry-credentials-expiry" {
  title     = "Let registry credentials expire soon"
  resources = ["digitalocean_container_registry_docker_credentials"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01"]
    "nist-csf-1.1" = ["PR.AC-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/container_registry_docker_credentials/"
  basis     = "documented"
  why       = "Left out, expiry_seconds is about fifty years: credentials that leak from a node, a laptop or the state stay good for ever."
  remedy    = "Set expiry_seconds to the life of the job, and to no more than 90 days (7776000)."
  addressed = self.expiry_seconds != 0 && coalesce(self.expiry_seconds, 1576800000) <= 7776000
  gap       = self.expiry_seconds == 0 ? "expiry_seconds is 0, with which credentials do not expire" : "expiry_seconds is ${coalesce(self.expiry_seconds, 1576800000)}, ${floor(coalesce(self.expiry_seconds, 1576800000) / 86400)} days"
}

obligation "registry-credentials-read-only" {
  title     = "Give write access to the registry only to who pushes"
  resources = ["digitalocean_container_registry_docker_credentials"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/container_registry_docker_credentials/"
  basis     = "documented"
  why       = "Who holds write credentials can replace the image that every cluster and app pulls next."
  remedy    = "Leave write = false for what only pulls, and keep credentials that push in the pipeline that builds."
  addressed = self.write != true
  gap       = "write = true"
}

obligation "registry-image-scanning" {
  title     = "Scan images for vulnerabilities and secrets"
  resources = ["digitalocean_container_registry", "digitalocean_container_registries"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["ID.RA-01", "PR.DS-01"]
    "nist-csf-1.1" = ["ID.RA-1", "DE.CM-8", "PR.DS-1"]
  }
  basis    = "derived"
  why      = "What is in an image is the customer's: old packages, and secrets that stay in a layer although a later one deletes them."
  remedy   = "Scan each image in the pipeline before it is pushed, scan stored ones again as new flaws are known, and rebuild what fails."
  question = "Which scanner looks at the images for vulnerabilities and secrets, when, and what happens with findings?"
}

obligation "registry-image-provenance" {
  title     = "Run only images that your pipeline built"
  resources = ["digitalocean_container_registry", "digitalocean_container_registries"]
  layer     = "application"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-05", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis    = "derived"
  why      = "A tag can be moved to another image by anyone who may push."
  remedy   = "Deploy by digest, or sign images and check the signature where they run."
  question = "How do the places that run these images know that your pipeline built them?"
}

obligation "registry-garbage-collection" {
  title     = "Remove old images from the registry"
  resources = ["digitalocean_container_registry", "digitalocean_container_registries"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-08"]
    "nist-csf-1.1" = ["PR.DS-3", "PR.IP-6"]
  }
  basis    = "derived"
  why      = "Old images with known flaws stay pullable, and nothing is removed until someone deletes tags and runs garbage collection."
  remedy   = "Delete untagged and outdated images and run garbage collection on a schedule."
  question = "What removes old images from this registry, and how often?"
}

obligation "registry-region" {
  title     = "Choose where images are stored"
  resources = ["digitalocean_container_registry", "digitalocean_container_registries"]
  layer     = "data"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["GV.OC-03"]
    "nist-csf-1.1" = ["ID.GV-3"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/container_registry/"
  basis     = "documented"
  why       = "DigitalOcean picks a region where none is set, and it cannot be changed later."
  remedy    = "Set region to one that your rules on data location allow."
  addressed = is_set(self.region, self.address)
  gap       = "region is not set"
}
