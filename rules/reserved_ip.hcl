# Reserved addresses, also under their older name, floating IPs.

product "reserved_ip" {
  title         = "Reserved IPs"
  service_model = "IaaS"
  resources = [
    "digitalocean_reserved_ip",
    "digitalocean_reserved_ip_assignment",
    "digitalocean_reserved_ipv6",
    "digitalocean_reserved_ipv6_assignment",
    "digitalocean_floating_ip",
    "digitalocean_floating_ip_assignment",
  ]
  basis = "derived"
  layers = {
    identity         = "customer"
    configuration    = "customer"
    network_controls = "customer"
    availability     = "shared"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "availability" {
    customer     = "Moves the address to another Droplet when one fails."
    digitalocean = "Routes the address to the Droplet that it is assigned to."
  }
  inherited = ["Routing of the address and the network that carries it."]
}

relation "assignment" {
  from = ["digitalocean_reserved_ip", "digitalocean_floating_ip"]
  to   = ["digitalocean_reserved_ip_assignment", "digitalocean_floating_ip_assignment"]
  join {
    from = ip_address
    to   = ip_address
  }
  join {
    from = id
    to   = ip_address
  }
}

relation "assignment" {
  from = ["digitalocean_reserved_ipv6"]
  to   = ["digitalocean_reserved_ipv6_assignment"]
  join {
    from = ip
    to   = ip
  }
  join {
    from = id
    to   = ip
  }
}

obligation "reserved-ip-assigned" {
  title     = "Assign reserved addresses or release them"
  resources = ["digitalocean_reserved_ip", "digitalocean_reserved_ipv6", "digitalocean_floating_ip"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-01", "ID.AM-08"]
    "nist-csf-1.1" = ["ID.AM-1", "PR.DS-3", "PR.IP-6"]
  }
  basis     = "derived"
  why       = "An address that is assigned to nothing is easily released while DNS records still point to it; who gets it next then answers for those names."
  remedy    = "Set droplet_id or add an assignment, or release the address after its DNS records are gone."
  addressed = is_set(self.droplet_id, self.address) && !surely(self.droplet_id == 0) || length(related.assignment) > 0
  gap       = "no droplet_id and no assignment uses this address"
}
