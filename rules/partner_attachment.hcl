# Private links to other networks through a partner.

product "partner_attachment" {
  title         = "Partner Network Connect"
  service_model = "IaaS"
  resources     = ["digitalocean_partner_attachment"]
  basis         = "derived"
  layers = {
    identity              = "customer"
    configuration         = "customer"
    network_controls      = "shared"
    encryption_in_transit = "customer"
    availability          = "shared"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Chooses the VPCs and routes of the link, sets the BGP key and filters the traffic."
    digitalocean = "Keeps the link apart from other customers up to the partner's port."
  }
  shared "availability" {
    customer     = "Orders a second attachment and runs the far side."
    digitalocean = "Runs the routers on its side of each attachment."
  }
  inherited = ["Routers and ports on DigitalOcean's side; the partner's network is the partner's."]
}

# The second half of a redundant pair names the first as its parent.
relation "pair" {
  from = ["digitalocean_partner_attachment"]
  to   = ["digitalocean_partner_attachment"]
  join {
    from = id
    to   = parent_uuid
  }
}

obligation "partner-attachment-bgp-auth" {
  title     = "Authenticate the BGP session"
  resources = ["digitalocean_partner_attachment"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.AA-03"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4", "PR.AC-7"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/partner_network_connect.md"
  basis     = "documented"
  why       = "Without a key, who can reach the session's address on the partner's network may inject routes and draw the VPC's traffic."
  remedy    = "Set auth_key in the bgp block from a sensitive variable."
  addressed = alltrue([for b in self.bgp : is_set(b.auth_key, self.address)])
  gap       = "the bgp block has no auth_key"
  arises    = length(self.bgp) > 0
}

obligation "partner-attachment-redundancy" {
  title     = "Give the partner link a second attachment"
  resources = ["digitalocean_partner_attachment"]
  layer     = "availability"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03"]
    "nist-csf-1.1" = ["PR.PT-5"]
  }
  basis     = "documented"
  why       = "One attachment is one router and one cable: its maintenance cuts the link."
  remedy    = "Add a second digitalocean_partner_attachment with parent_uuid set to this one's id."
  addressed = is_set(self.parent_uuid, self.address) || length(related.pair) > 0
  gap       = "no parent_uuid, and no other attachment names this one as its parent"
}

obligation "partner-attachment-reach" {
  title     = "Let the far side reach only what it must"
  resources = ["digitalocean_partner_attachment"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  basis    = "derived"
  why      = "Each VPC on the link is open to the other network, which somebody else may run."
  remedy   = "List in vpc_ids only the VPCs that need the link, not production beside test, and filter by address with firewalls."
  question = "Which hosts on the far side may reach which VPC, and which firewall rules say so?"
}

obligation "partner-attachment-encryption" {
  title     = "Encrypt what crosses the partner link"
  resources = ["digitalocean_partner_attachment"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  basis    = "derived"
  why      = "A private circuit is not encryption: partner and carrier can read what passes in clear."
  remedy   = "Use TLS or IPsec between the two networks."
  question = "What encrypts the traffic over this link?"
}
