# The content delivery network in front of Spaces buckets.

product "cdn" {
  title         = "Spaces CDN"
  service_model = "PaaS"
  resources     = ["digitalocean_cdn"]
  basis         = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    configuration         = "customer"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    encryption_in_transit = "shared"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "encryption_in_transit" {
    customer     = "Supplies a certificate for a domain of its own."
    digitalocean = "Serves TLS at the edge and keeps its software current."
  }
  inherited = [
    "Edge nodes, their software and their capacity.",
    "TLS for the default CDN domain.",
  ]
}

obligation "cdn-certificate" {
  title     = "Give the CDN's own domain a certificate"
  resources = ["digitalocean_cdn"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/cdn/"
  basis     = "documented"
  why       = "Without a certificate of its own the custom domain cannot be served over TLS: visitors get warnings or plain HTTP."
  remedy    = "Set certificate_name to a digitalocean_certificate that covers the domain."
  arises    = is_set(self.custom_domain, self.address)
  addressed = is_set(self.certificate_name, self.address) || is_set(self.certificate_id, self.address)
  gap       = "custom_domain is ${self.custom_domain}, but certificate_name is not set"
}

obligation "cdn-public-content" {
  title     = "Put only public content behind the CDN"
  resources = ["digitalocean_cdn"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis    = "derived"
  why      = "The edge keeps copies of what it serves, and goes on serving them until their time is over or they are purged."
  remedy   = "Keep private objects in another bucket, set ttl to what the content allows, and know how to purge."
  question = "Is everything in the origin bucket meant for the public, and who purges the cache when something is not?"
}
