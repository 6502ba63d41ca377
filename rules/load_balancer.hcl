# Load balancers: managed entry points, of a region or of the globe.

product "load_balancer" {
  title         = "Load Balancers"
  service_model = "PaaS"
  resources     = ["digitalocean_loadbalancer"]
  basis         = "derived"
  layers = {
    data                  = "customer"
    configuration         = "customer"
    application           = "customer"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "shared"
    availability          = "shared"
    monitoring            = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Chooses listeners, network, VPC and whom the balancer's firewall lets in."
    digitalocean = "Enforces them at the balancer and keeps its nodes apart from other customers'."
  }
  shared "encryption_in_transit" {
    customer     = "Chooses protocols, redirect, certificates and cipher policy, and whether the leg to the backends is encrypted."
    digitalocean = "Runs and patches the TLS stack and renews Let's Encrypt certificates."
  }
  shared "availability" {
    customer     = "Chooses the number of nodes, backends and health checks."
    digitalocean = "Runs, patches and replaces the nodes."
  }
  shared "monitoring" {
    customer     = "Sets alert policies and acts on them."
    digitalocean = "Collects the balancer's metrics and runs the policies."
  }
  inherited = [
    "Operating system, proxy software and patches of the balancer's nodes.",
    "Failover between nodes.",
  ]
}

relation "vpc" {
  from = ["digitalocean_loadbalancer"]
  to   = ["digitalocean_vpc"]
  join {
    from = vpc_uuid
    to   = id
  }
}

relation "alert" {
  from = ["digitalocean_loadbalancer"]
  to   = ["digitalocean_monitor_alert"]
  join {
    from = id
    to   = entities
  }
  where = startswith(to.type, "v1/insights/lbaas/")
}

obligation "loadbalancer-tls" {
  title     = "Offer TLS"
  resources = ["digitalocean_loadbalancer"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "Whoever is on the way between a user and a balancer that speaks plain HTTP reads and changes everything, sessions and passwords included."
  remedy    = "Add a forwarding_rule with entry_protocol = \"https\" and certificate_name, or with tls_passthrough."
  arises    = !local.internal && local.web
  addressed = anytrue([for r in self.forwarding_rule : contains(["https", "http2", "http3"], r.entry_protocol) || r.entry_protocol == "tcp" && r.entry_port == 443])
  gap       = "port ${join(", ", [for r in self.forwarding_rule : r.entry_port if surely(r.entry_protocol == "http")])} takes plain http and no forwarding_rule takes https"
  locals {
    internal = upper(coalesce(self.network, "EXTERNAL")) == "INTERNAL"
    web      = anytrue([for r in self.forwarding_rule : startswith(r.entry_protocol, "http")])
  }
}

obligation "loadbalancer-https-redirect" {
  title     = "Redirect HTTP to HTTPS"
  resources = ["digitalocean_loadbalancer"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  aliases   = ["DIG-0002", "AVD-DIG-0002"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "A plain listener beside the encrypted one serves the same pages and takes the same logins in clear text."
  remedy    = "Set redirect_http_to_https = true; it covers port 80, so remove plain listeners on other ports."
  arises    = upper(coalesce(self.network, "EXTERNAL")) != "INTERNAL" && local.plain && local.encrypted
  addressed = self.redirect_http_to_https == true && !local.elsewhere
  gap       = self.redirect_http_to_https == true ? "the redirect covers port 80 only, and http is served on another port" : "redirect_http_to_https = false while both http and https are served"
  locals {
    plain     = anytrue([for r in self.forwarding_rule : r.entry_protocol == "http"])
    encrypted = anytrue([for r in self.forwarding_rule : contains(["https", "http2", "http3"], r.entry_protocol)])
    elsewhere = anytrue([for r in self.forwarding_rule : r.entry_protocol == "http" && r.entry_port != 80])
  }
}

obligation "loadbalancer-cipher-policy" {
  title     = "Use the strong cipher policy"
  resources = ["digitalocean_loadbalancer"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "The default policy still offers older cipher suites for the sake of old clients."
  remedy    = "Set tls_cipher_policy = \"STRONG\"."
  arises    = anytrue([for r in self.forwarding_rule : contains(["https", "http2", "http3"], r.entry_protocol) && r.tls_passthrough != true])
  addressed = upper(coalesce(self.tls_cipher_policy, "DEFAULT")) == "STRONG"
  gap       = "tls_cipher_policy is ${coalesce(self.tls_cipher_policy, "not set, which means DEFAULT")}"
}

obligation "loadbalancer-backend-encryption" {
  title     = "Encrypt the leg to the backends"
  resources = ["digitalocean_loadbalancer"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "Where TLS ends at the balancer, requests cross the VPC in clear text, for every machine in it that gets broken into."
  remedy    = "Set target_protocol to https (http2), or pass TLS through; where the data is not sensitive, waive it."
  arises    = local.listener || local.global
  addressed = !local.clear && !(local.global && anytrue([for g in self.glb_settings : g.target_protocol == "http"]))
  gap       = "TLS ends at the balancer and target_protocol is http"
  locals {
    global   = upper(effective(configured.type, self.type, "REGIONAL")) == "GLOBAL"
    listener = anytrue([for r in self.forwarding_rule : contains(["https", "http2", "http3"], r.entry_protocol) && r.tls_passthrough != true])
    clear    = anytrue([for r in self.forwarding_rule : contains(["https", "http2", "http3"], r.entry_protocol) && r.tls_passthrough != true && r.target_protocol == "http"])
  }
}

obligation "loadbalancer-global-certificates" {
  title     = "Give every domain of a global balancer a certificate"
  resources = ["digitalocean_loadbalancer"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "A global balancer serves a domain over TLS only if DigitalOcean manages the domain or a certificate is named."
  remedy    = "List the domains, each with is_managed = true or with certificate_name."
  arises    = upper(effective(configured.type, self.type, "REGIONAL")) == "GLOBAL"
  addressed = length(local.domains) > 0 && alltrue([for d in self.domains : d.is_managed == true || is_set(d.certificate_name, self.address)])
  gap       = length(local.domains) == 0 ? "it lists no domain" : "certificate_name is missing among the domains that are not managed: ${join(", ", [for d in self.domains : d.name if surely(d.is_managed != true)])}"
  locals {
    domains = effective(configured.domains, self.domains, [])
  }
}

obligation "loadbalancer-exposed-services" {
  title     = "Do not forward the world to internal services"
  resources = ["digitalocean_loadbalancer"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "derived"
  why       = "A public balancer in front of a database, a cache or an administration port undoes the firewall of the machines behind it."
  remedy    = "Set network = \"INTERNAL\", or list who may come in firewall { allow = [\"cidr:…\"] }."
  arises    = upper(coalesce(self.network, "EXTERNAL")) != "INTERNAL" && anytrue([for r in self.forwarding_rule : ports_overlap(tostring(r.target_port), local.ports) || ports_overlap(tostring(r.entry_port), local.ports)])
  addressed = anytrue([for f in local.firewall : length(elements(f.allow)) > 0 && !open_to_world(f.allow)])
  gap       = "${join(", ", [for r in self.forwarding_rule : "${r.entry_protocol} ${r.entry_port}" if surely(ports_overlap(tostring(r.target_port), local.ports) || ports_overlap(tostring(r.entry_port), local.ports))])} is forwarded from anywhere"
  locals {
    firewall = effective(configured.firewall, self.firewall, [])
    ports = [
      "22", "23", "111", "135", "139", "445", "1433", "1521", "2049", "2375-2380", "3306", "3389", "5432", "5601", "5900-5903", "5984", "5985-5986",
      "6379", "6443", "9042", "9092-9094", "9200", "9300", "10250", "11211", "27017-27019",
    ]
  }
}

obligation "loadbalancer-vpc" {
  title     = "Place the balancer in a VPC of its own environment"
  resources = ["digitalocean_loadbalancer"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "Without vpc_uuid the balancer stands in the region's default VPC and reaches its backends there."
  remedy    = "Set vpc_uuid to the digitalocean_vpc of the backends."
  arises    = upper(effective(configured.type, self.type, "REGIONAL")) != "GLOBAL"
  addressed = length(related.vpc) > 0 || configured.vpc_uuid && is_set(self.vpc_uuid, self.address)
  gap       = "vpc_uuid is not set, so it stands in the region's default VPC"
}

obligation "loadbalancer-health-check" {
  title     = "Check the application's health, not just its port"
  resources = ["digitalocean_loadbalancer"]
  layer     = "availability"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03"]
    "nist-csf-1.1" = ["PR.PT-5"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "derived"
  why       = "A check that only opens a TCP port keeps sending users to a backend whose application answers with errors."
  remedy    = "Set protocol to http or https in the healthcheck block, and a path that exercises the application."
  arises    = length(local.checks) > 0 && anytrue([for r in self.forwarding_rule : startswith(r.target_protocol, "http")])
  addressed = anytrue([for h in local.checks : startswith(h.protocol, "http")])
  gap       = "healthcheck opens a tcp port only, while http is served"
  locals {
    checks = effective(configured.healthcheck, self.healthcheck, [])
  }
}

obligation "loadbalancer-nodes" {
  title     = "Run the balancer on two nodes or more"
  resources = ["digitalocean_loadbalancer"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/loadbalancer/"
  basis     = "documented"
  why       = "With one node everything behind it is unreachable until DigitalOcean has replaced it."
  remedy    = "Set size_unit = 2 or more."
  arises    = upper(effective(configured.type, self.type, "REGIONAL")) != "GLOBAL"
  addressed = effective(configured.size_unit, try(self.size_unit >= 2, null), local.large)
  gap       = "it runs on a single node"
  locals {
    large = self.size == "lb-medium" || self.size == "lb-large"
  }
}

obligation "loadbalancer-alerts" {
  title     = "Alert on unhealthy backends and errors"
  resources = ["digitalocean_loadbalancer"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-01", "DE.AE-06"]
    "nist-csf-1.1" = ["DE.CM-1", "DE.DP-4"]
  }
  source    = "https://www.digitalocean.com/security/security-best-practices-guide-logging-and-monitoring"
  basis     = "derived"
  why       = "The balancer sees first that backends fail or that errors and connections surge."
  remedy    = "Add a digitalocean_monitor_alert of a v1/insights/lbaas/ type that lists the balancer's id in entities."
  addressed = anytrue([for a in related.alert : a.enabled != false])
  gap       = "no enabled digitalocean_monitor_alert of a v1/insights/lbaas/ type lists it"
}

obligation "loadbalancer-application-protection" {
  title     = "Decide how the application is protected from abuse"
  resources = ["digitalocean_loadbalancer"]
  layer     = "application"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "DE.CM-01"]
    "nist-csf-1.1" = ["PR.PT-4", "DE.CM-1"]
  }
  basis    = "derived"
  why      = "The balancer forwards whatever speaks the protocol; it looks for neither attacks on the application nor floods of requests."
  remedy   = "Put a web application firewall or a CDN that has one in front, or limit and filter in the application."
  question = "What filters attacks on the application and floods of requests before they reach the backends?"
  arises   = upper(coalesce(self.network, "EXTERNAL")) != "INTERNAL" && anytrue([for r in self.forwarding_rule : startswith(r.entry_protocol, "http")])
}
