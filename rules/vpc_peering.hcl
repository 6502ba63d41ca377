# Peerings between VPCs.

product "vpc_peering" {
  title         = "VPC peering"
  service_model = "IaaS"
  resources     = ["digitalocean_vpc_peering"]
  basis         = "derived"
  layers = {
    identity         = "customer"
    configuration    = "customer"
    network_controls = "shared"
    availability     = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Decides which VPCs are joined and limits the traffic between them with firewalls."
    digitalocean = "Keeps the traffic on its own network and apart from other customers."
  }
  inherited = ["The network between data centres, and isolation from other customers."]
}

obligation "vpc-peering-needed" {
  title     = "Join only networks that must reach each other"
  resources = ["digitalocean_vpc_peering"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  basis    = "derived"
  why      = "A peering joins two networks whole: a host taken over in one reaches each host in the other that no firewall rule guards."
  remedy   = "Do not peer production with other environments, and let firewall rules of both sides name the addresses and ports that may cross."
  question = "Which traffic must cross this peering, and which firewall rules keep the rest out?"
}
