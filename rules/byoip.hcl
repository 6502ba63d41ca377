# Address ranges that the customer brings along.

product "byoip" {
  title         = "Bring your own IP"
  service_model = "IaaS"
  resources     = ["digitalocean_byoip_prefix"]
  basis         = "derived"
  layers = {
    identity         = "customer"
    configuration    = "customer"
    network_controls = "shared"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Owns the range, signs for it and keeps ROA and registry records right."
    digitalocean = "Checks the signature and announces the range when told to."
  }
  inherited = ["Routers and sessions that announce the range."]
}

obligation "byoip-roa" {
  title     = "Keep the ROA and registry records of the range valid"
  resources = ["digitalocean_byoip_prefix"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.AM-03", "PR.IR-01"]
    "nist-csf-1.1" = ["ID.AM-3", "PR.AC-5", "PR.PT-4"]
  }
  basis    = "derived"
  why      = "Networks that validate routes drop a range whose authorisation has run out or names another origin; without one, others may announce it."
  remedy   = "Keep a route origin authorisation for DigitalOcean's AS and the registry contacts current, and alert on changes."
  question = "Who keeps the ROA and the registry records of this range, and what warns before they run out?"
}

obligation "byoip-advertised-in-use" {
  title     = "Advertise the range only while it is in use"
  resources = ["digitalocean_byoip_prefix"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source   = "https://docs.digitalocean.com/reference/terraform/reference/resources/byoip_prefix/"
  basis    = "derived"
  why      = "A range that is announced before anything guards its addresses draws traffic and scans that nobody watches."
  remedy   = "Leave advertised = false until addresses of the range are assigned."
  arises   = coalesce(self.advertised, false)
  question = "Which of the addresses of this range are in use, and who watches the rest?"
}
