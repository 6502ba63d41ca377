# NAT gateways: the way out for hosts without a public address.

product "nat_gateway" {
  title         = "VPC NAT gateways"
  service_model = "PaaS"
  resources     = ["digitalocean_vpc_nat_gateway"]
  basis         = "derived"
  layers = {
    identity         = "customer"
    configuration    = "customer"
    operating_system = "digitalocean"
    network_controls = "shared"
    availability     = "shared"
    hypervisor       = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Decides which VPCs use the gateway and what their hosts may send out."
    digitalocean = "Translates addresses and lets no connection in from outside."
  }
  shared "availability" {
    customer     = "Chooses the size for the traffic."
    digitalocean = "Runs and patches the gateway."
  }
  inherited = ["Operation, updates and failover of the gateway."]
}

obligation "nat-gateway-egress" {
  title     = "Limit what leaves through the NAT gateway"
  resources = ["digitalocean_vpc_nat_gateway"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  basis    = "derived"
  why      = "The gateway forwards whatever a private host sends. It has no rules of its own, so only firewalls keep stolen data from leaving."
  remedy   = "Limit outbound_rule of the firewalls on the hosts behind it, or log and watch what leaves."
  question = "What may the hosts behind this gateway send out, and what limits or watches it?"
}
