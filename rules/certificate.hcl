# Certificates for load balancers and CDN endpoints.

product "certificate" {
  title         = "Certificates"
  service_model = "PaaS"
  resources     = ["digitalocean_certificate"]
  basis         = "derived"
  layers = {
    identity              = "customer"
    configuration         = "customer"
    encryption_in_transit = "shared"
    availability          = "shared"
    facility              = "digitalocean"
  }
  shared "encryption_in_transit" {
    customer     = "Chooses names and type; gets, renews and protects custom certificates and their keys."
    digitalocean = "Gets and renews Let's Encrypt certificates, keeps the keys it holds and serves with them."
  }
  shared "availability" {
    customer     = "Replaces custom certificates in time and without a gap."
    digitalocean = "Renews what it manages before it expires."
  }
  inherited = ["Renewal of Let's Encrypt certificates.", "Storage of the private keys that have been uploaded."]
}

obligation "certificate-renewal" {
  title     = "Let certificates renew themselves"
  resources = ["digitalocean_certificate"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-2", "PR.AC-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/certificate/"
  basis     = "documented"
  why       = "DigitalOcean renews Let's Encrypt certificates; a custom one expires on its day, and takes the service with it."
  remedy    = "Set type = \"lets_encrypt\", or attest to the pipeline that replaces the custom certificate and to the alert before it expires."
  addressed = self.type == "lets_encrypt"
  gap       = "type = \"${self.type}\" is not renewed by DigitalOcean"
}

obligation "certificate-private-key" {
  title     = "Protect the private key of a custom certificate"
  resources = ["digitalocean_certificate"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  source   = "https://docs.digitalocean.com/reference/terraform/reference/resources/certificate/"
  basis    = "documented"
  why      = "Whoever has the key can pose as the service; the key of a custom certificate passes through Terraform."
  remedy   = "Read the key from a secret store at apply time, never from the repository, or use Let's Encrypt, where there is no key to keep."
  question = "Where is the private key kept, and who can read it there and on its way through Terraform?"
  arises   = self.type != "lets_encrypt"
}

obligation "certificate-replacement" {
  title     = "Replace the certificate without a gap"
  resources = ["digitalocean_certificate"]
  layer     = "availability"
  owner     = "shared"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03"]
    "nist-csf-1.1" = ["PR.PT-5"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "A new key or certificate replaces the resource, and the old one cannot be deleted while a load balancer still uses it."
  remedy    = "Set lifecycle { create_before_destroy = true } and change the name with each new certificate."
  arises    = self.type != "lets_encrypt"
  addressed = lifecycle.create_before_destroy == true
  gap       = "lifecycle has no create_before_destroy"
}
