# Cloud Firewalls: packet filters that DigitalOcean enforces outside the guest.
# What no rule allows is denied, in both directions.

product "firewall" {
  title         = "Cloud Firewalls"
  service_model = "IaaS"
  resources     = ["digitalocean_firewall"]
  basis         = "derived"
  layers = {
    people           = "customer"
    configuration    = "customer"
    network_controls = "shared"
    availability     = "digitalocean"
    hypervisor       = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Writes the rules, attaches them by id or tag and reviews them."
    digitalocean = "Enforces them statefully outside the guest and denies what no rule allows."
  }
  inherited = [
    "Enforcement outside the Droplet, where a broken-into guest cannot switch it off.",
    "Denial by default of whatever no rule allows.",
  ]
}

relation "droplet" {
  from = ["digitalocean_firewall"]
  to   = ["digitalocean_droplet"]
  join {
    from = droplet_ids
    to   = id
  }
}

relation "tag" {
  from = ["digitalocean_firewall"]
  to   = ["digitalocean_tag"]
  join {
    from = tags
    to   = name
  }
}

relation "load_balancer" {
  from = ["digitalocean_firewall"]
  to   = ["digitalocean_loadbalancer"]
  join {
    from = droplet_ids
    to   = droplet_ids
  }
  join {
    from = tags
    to   = droplet_tag
  }
}

obligation "firewall-admin-ports" {
  title     = "Keep administration ports off the internet"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
    "cis-do-services-1.0" = ["2.2"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "SSH, remote desktops and control APIs that the world may knock at are guessed at all day, and one weak login or one flaw in the server is enough."
  remedy    = "Allow them from a bastion, a VPN or the office only: source_droplet_ids, source_tags or narrow source_addresses."
  addressed = !local.open
  gap       = "${join(", ", local.ranges)} is open to the world"
  locals {
    # SSH, Telnet, RPC and SMB, r-commands, RDP, VNC, WinRM, Kubernetes API and kubelet
    tcp    = ["22", "23", "135", "139", "445", "512-514", "3389", "5800-5801", "5900-5903", "5985-5986", "6443", "10250", "10255"]
    udp    = ["161", "623", "3389"] # SNMP, IPMI, RDP
    open   = world_reaches(self.inbound_rule, "tcp", local.tcp) || world_reaches(self.inbound_rule, "udp", local.udp)
    ranges = concat(world_ranges(self.inbound_rule, "tcp", local.tcp), world_ranges(self.inbound_rule, "udp", local.udp))
  }
}

obligation "firewall-data-ports" {
  title     = "Keep databases and open control APIs off the internet"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "critical"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
    "cis-do-services-1.0" = ["2.2"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "Databases, caches, queues, the Docker API and etcd are found within hours, and many of them ask for no password: whoever connects has the data or the machine."
  remedy    = "Allow them from the machines that need them: source_droplet_ids, source_tags or source_kubernetes_ids."
  addressed = !local.open
  gap       = "${join(", ", local.ranges)} is open to the world"
  locals {
    tcp = [
      "1433", "1521", "3306", "5432", "6432", "33060", # SQL Server, Oracle, MySQL, PostgreSQL, PgBouncer
      "2049", "111",                                   # NFS
      "2375-2377", "2379-2380",                        # Docker, etcd
      "5601", "9200", "9300",                          # Kibana, Elasticsearch and OpenSearch
      "5984", "7000-7001", "7199", "9042", "8086",     # CouchDB, Cassandra, InfluxDB
      "6379", "11211", "26379",                        # Redis and Valkey, memcached
      "2181", "9092-9094", "5672", "15672", "4369",    # ZooKeeper, Kafka, RabbitMQ
      "27017-27019", "28017",                          # MongoDB
    ]
    udp    = ["111", "2049", "11211"]
    open   = world_reaches(self.inbound_rule, "tcp", local.tcp) || world_reaches(self.inbound_rule, "udp", local.udp)
    ranges = concat(world_ranges(self.inbound_rule, "tcp", local.tcp), world_ranges(self.inbound_rule, "udp", local.udp))
  }
}

obligation "firewall-public-ingress" {
  title     = "Open to the world what must be, and nothing else"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-01"]
    "nist-csf-1.1"        = ["PR.AC-5", "PR.PT-4"]
    "cis-do-services-1.0" = ["2.2"]
  }
  aliases   = ["DIG-0001", "AVD-DIG-0001", "CKV_DIO_4"]
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "Each port that the whole internet reaches is one more program that must have no flaw. The web, its QUIC, VPN endpoints and ICMP are meant to be reached and are not counted."
  remedy    = "Narrow source_addresses, or waive the rule with the reason why this port is public."
  addressed = !local.open
  gap       = "${join(", ", local.ranges)} is open to the world"
  locals {
    tcp    = ports_except(["80", "443"])
    udp    = ports_except(["443", "500", "1194", "4500", "51820"]) # QUIC, IPsec, OpenVPN, WireGuard
    open   = world_reaches(self.inbound_rule, "tcp", local.tcp) || world_reaches(self.inbound_rule, "udp", local.udp)
    ranges = concat(world_ranges(self.inbound_rule, "tcp", local.tcp), world_ranges(self.inbound_rule, "udp", local.udp))
  }
}

obligation "firewall-backend-ingress" {
  title     = "Let backends be reached through the load balancer only"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  basis     = "derived"
  why       = "A backend that the world reaches beside its load balancer can be asked in clear text, past the balancer's TLS, limits and logs."
  remedy    = "Replace source_addresses of that rule by source_load_balancer_uids."
  arises    = length(related.load_balancer) > 0
  addressed = !world_reaches(self.inbound_rule, "tcp", local.ports)
  gap       = "${join(", ", world_ranges(self.inbound_rule, "tcp", local.ports))} is open to the world on backends of ${names(related.load_balancer)}"
  locals {
    ports = flatten([for lb in related.load_balancer : [for r in lb.forwarding_rule : tostring(r.target_port)]])
  }
}

obligation "firewall-egress" {
  title     = "Limit what may leave"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.DS-10"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4", "PR.DS-5"]
  }
  aliases   = ["DIG-0003", "AVD-DIG-0003"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/firewall/"
  basis     = "derived"
  why       = "A machine that may send anywhere on any port can be used to attack others and to carry data away unseen."
  remedy    = "Allow what the machines need: name resolution, time, and 80 and 443 for updates and APIs."
  addressed = !local.open
  gap       = "outbound ${join(", ", local.ranges)} may reach the world"
  locals {
    tcp    = ports_except(["53", "80", "123", "443", "853"])
    udp    = ports_except(["53", "123", "443"])
    open   = world_reaches(self.outbound_rule, "tcp", local.tcp) || world_reaches(self.outbound_rule, "udp", local.udp)
    ranges = concat(world_ranges(self.outbound_rule, "tcp", local.tcp), world_ranges(self.outbound_rule, "udp", local.udp))
  }
}

obligation "firewall-attached" {
  title     = "Attach the firewall to something"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-01"]
    "nist-csf-1.1"        = ["PR.AC-5", "PR.PT-4"]
    "cis-do-services-1.0" = ["2.3"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "A firewall that selects nothing protects nothing, and whoever reads the configuration believes that it does."
  remedy    = "Select Droplets by tags, or by droplet_ids."
  addressed = length(related.droplet) > 0 || length(related.tag) > 0 || length(elements(self.droplet_ids)) > 0 || length(elements(self.tags)) > 0
  gap       = "it has neither droplet_ids nor tags"
}

obligation "firewall-review" {
  title     = "Review rules, and who may tag"
  resources = ["digitalocean_firewall"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05", "PR.PS-01"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.IP-1"]
  }
  basis    = "derived"
  why      = "Rules outlive their reasons, and whoever may put a tag on a Droplet decides which firewall it is behind."
  remedy   = "Go through the rules twice a year, and give roles that may tag to few."
  question = "Who reviews these rules, how often, and who may change tags?"
}
