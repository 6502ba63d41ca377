# DigitalOcean Kubernetes (DOKS). DigitalOcean runs the control plane and the
# nodes' operating system; what runs in the cluster (kubernetes_workloads.hcl), and
# when its minor version is raised, is the customer's.

product "kubernetes" {
  title         = "Kubernetes"
  service_model = "PaaS"
  resources     = ["digitalocean_kubernetes_cluster", "digitalocean_kubernetes_node_pool"]
  basis         = "documented"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "shared"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "shared"
    encryption_at_rest    = "shared"
    backups               = "customer"
    availability          = "shared"
    monitoring            = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "runtime" {
    customer     = "Switches automatic upgrades on, starts upgrades to a new minor version, chooses and patches container images."
    digitalocean = "Runs the control plane, installs patch releases in the window and keeps the managed components."
  }
  shared "network_controls" {
    customer     = "Limits the API server, writes network policies and decides which services are exposed."
    digitalocean = "Runs the nodes' two managed firewalls and the network plugin that enforces policies."
  }
  shared "encryption_in_transit" {
    customer     = "Terminates TLS at the ingress and between workloads."
    digitalocean = "Serves the API over TLS and rotates its certificates."
  }
  shared "encryption_at_rest" {
    customer     = "Protects secrets of workloads, in or outside the cluster."
    digitalocean = "Encrypts the volumes that back persistent volume claims."
  }
  shared "availability" {
    customer     = "Chooses a highly available control plane, enough nodes and replicas, and disruption budgets."
    digitalocean = "Keeps the control plane running and replaces failed nodes."
  }
  shared "monitoring" {
    customer     = "Collects logs and events of the cluster, watches the workloads and acts on what it sees."
    digitalocean = "Monitors the control plane."
  }
  inherited = [
    "Control plane: API server, scheduler, etcd and their patches.",
    "Operating system, packages and container runtime of the nodes.",
    "The managed components, such as the network plugin and cluster DNS.",
  ]
}

relation "vpc" {
  from = ["digitalocean_kubernetes_cluster"]
  to   = ["digitalocean_vpc"]
  join {
    from = vpc_uuid
    to   = id
  }
}

relation "pool" {
  from = ["digitalocean_kubernetes_cluster"]
  to   = ["digitalocean_kubernetes_node_pool"]
  join {
    from = id
    to   = cluster_id
  }
}

relation "node_pool" {
  from = ["digitalocean_firewall"]
  to   = ["digitalocean_kubernetes_node_pool"]
  join {
    from = tags
    to   = tags
  }
}

relation "cluster" {
  from = ["digitalocean_firewall"]
  to   = ["digitalocean_kubernetes_cluster"]
  join {
    from = tags
    to   = node_pool.tags
  }
}

obligation "kubernetes-auto-upgrade" {
  title     = "Install patch releases automatically"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-02"]
    "nist-csf-1.1"        = ["PR.IP-12", "PR.MA-2"]
    "cis-do-services-1.0" = ["3.2"]
  }
  aliases   = ["DIG-0008", "AVD-DIG-0008"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "DigitalOcean installs patch releases of Kubernetes only where it was told to; else known flaws of the API server and the nodes stay."
  remedy    = "Set auto_upgrade = true, with a maintenance_policy; minor versions remain yours to raise."
  addressed = self.auto_upgrade == true
  gap       = "auto_upgrade is not true"
}

obligation "kubernetes-maintenance-window" {
  title     = "Choose the maintenance window"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-02"]
    "nist-csf-1.1"        = ["PR.IP-12", "PR.MA-2"]
    "cis-do-services-1.0" = ["3.2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "Upgrades drain nodes; without a window they do so when DigitalOcean picks the hour."
  remedy    = "Add a maintenance_policy block with day and start_time."
  arises    = self.auto_upgrade == true
  addressed = configured.maintenance_policy && is_set(self.maintenance_policy, self.address)
  gap       = "there is no maintenance_policy block"
}

obligation "kubernetes-surge-upgrade" {
  title     = "Upgrade by adding nodes before removing old ones"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.PS-02"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.IP-12"]
  }
  aliases   = ["DIG-0005", "AVD-DIG-0005"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "Without surge upgrades each upgrade takes capacity away, and upgrades that hurt get put off."
  remedy    = "Remove surge_upgrade = false; true is the default."
  addressed = self.surge_upgrade == true
  gap       = "surge_upgrade = false"
}

obligation "kubernetes-supported-version" {
  title     = "Run a minor version that is still supported"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.PS-02", "ID.AM-08"]
    "nist-csf-1.1" = ["PR.IP-12", "PR.MA-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "Automatic upgrades stay within the minor version; past its end of life there are no patches to install, and the upgrade comes by force."
  remedy    = "Raise version to a supported minor, one at a time, after checking for removed APIs."
  arises    = end_of_life_date("kubernetes", self.version) != ""
  addressed = !end_of_life("kubernetes", self.version)
  gap       = "support for Kubernetes ${self.version} ended on ${end_of_life_date("kubernetes", self.version)}"
}

obligation "kubernetes-ha-control-plane" {
  title     = "Run a highly available control plane"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-03"]
    "nist-csf-1.1"        = ["PR.PT-5"]
    "cis-do-services-1.0" = ["3.3"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "While a single control plane is down nothing is rescheduled, scaled or deployed."
  remedy    = "Set ha = true; it is the default from Kubernetes 1.36 on and cannot be switched off again."
  addressed = effective(configured.ha, self.ha, local.by_default) == true
  gap       = "ha is not true"
  locals {
    by_default = self.version == "latest" || try(tonumber(regex("^1\\.([0-9]+)", self.version)[0]) >= 36, false)
  }
}

obligation "kubernetes-control-plane-firewall" {
  title     = "Limit who reaches the API server"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "The API server answers the whole internet unless its firewall is on; a leaked kubeconfig or a flaw in the server is then usable from anywhere."
  remedy    = "Add control_plane_firewall with enabled = true and the addresses of your networks and pipelines."
  addressed = anytrue([for f in local.firewalls : f.enabled == true && !open_to_world(f.allowed_addresses)])
  gap       = length(local.firewalls) == 0 ? "there is no control_plane_firewall block" : anytrue([for f in local.firewalls : f.enabled == true]) ? "allowed_addresses of control_plane_firewall let the whole world in" : "control_plane_firewall is not enabled"
  locals {
    firewalls = effective(configured.control_plane_firewall, self.control_plane_firewall, [])
  }
}

obligation "kubernetes-sso" {
  title     = "Require single sign-on for cluster access"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01", "PR.AA-03"]
    "nist-csf-1.1" = ["PR.AC-1", "PR.AC-7"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "Tokens in kubeconfig files outlive the people who downloaded them; an identity provider knows who has left."
  remedy    = "Add an sso block with enabled = true and required = true, and the issuer of your identity provider."
  addressed = anytrue([for s in local.sso : s.enabled == true && s.required == true])
  gap       = length(local.sso) == 0 ? "there is no sso block" : "sso is not both enabled and required"
  locals {
    sso = effective(configured.sso, self.sso, [])
  }
}

obligation "kubernetes-kubeconfig-expiry" {
  title     = "Let kubeconfig credentials expire within a day"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01"]
    "nist-csf-1.1" = ["PR.AC-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "The kubeconfig that Terraform keeps in its state gives the run of the cluster for seven days unless it is told to expire earlier."
  remedy    = "Set kubeconfig_expire_seconds to 86400 or less."
  addressed = local.seconds > 0 && local.seconds <= 86400
  gap       = local.seconds == 0 ? "kubeconfig_expire_seconds is not set, which means seven days" : "kubeconfig_expire_seconds = ${local.seconds}"
  locals {
    seconds = coalesce(self.kubeconfig_expire_seconds, 0)
  }
}

obligation "kubernetes-vpc" {
  title     = "Place the cluster in a VPC of its own environment"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "Without vpc_uuid nodes and load balancers stand in the region's default VPC, beside every other environment; it cannot be changed later."
  remedy    = "Set vpc_uuid to the digitalocean_vpc of this environment when the cluster is created."
  addressed = length(related.vpc) > 0 || configured.vpc_uuid && is_set(self.vpc_uuid, self.address)
  gap       = "vpc_uuid is not set, so it stands in the region's default VPC"
}

obligation "kubernetes-node-count" {
  title     = "Run at least two nodes"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "availability"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source    = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis     = "stated"
  why       = "Workloads on a single node stop with it, at every upgrade too."
  remedy    = "Set node_count, or min_nodes of a pool that scales, to 2 or more."
  addressed = local.enough || anytrue([for p in related.pool : try((p.auto_scale == true ? p.min_nodes : p.node_count) >= 1, false)])
  gap       = "the default node_pool may run on a single node, and no other pool of the cluster is sure to have a node"
  locals {
    enough = anytrue([for p in self.node_pool : try((p.auto_scale == true ? p.min_nodes : p.node_count) >= 2, false)])
  }
}

obligation "kubernetes-pool-node-count" {
  title     = "Run at least two nodes in each pool, or let it scale"
  resources = ["digitalocean_kubernetes_node_pool"]
  layer     = "availability"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source    = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis     = "stated"
  why       = "What can run only on the one node of this pool stops with it."
  remedy    = "Set node_count to 2 or more, or auto_scale = true with max_nodes of 2 or more."
  addressed = try((self.auto_scale == true ? self.max_nodes : self.node_count) >= 2, false)
  gap       = "the pool has no more than one node"
}

obligation "kubernetes-keep-resources" {
  title     = "Keep volumes and balancers when the cluster goes"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/kubernetes_cluster/"
  basis     = "documented"
  why       = "With destroy_all_associated_resources a replacement of the cluster deletes the volumes and snapshots of its workloads too."
  remedy    = "Remove destroy_all_associated_resources = true from clusters that hold data."
  addressed = self.destroy_all_associated_resources != true
  gap       = "destroy_all_associated_resources = true"
}

obligation "kubernetes-node-firewall" {
  title     = "Open no ports of cluster nodes to the world"
  resources = ["digitalocean_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/products/kubernetes/details/managed/"
  basis     = "documented"
  why       = "DOKS manages the nodes' firewalls; rules of another firewall on their tags add to what those allow, around ingress and load balancer."
  remedy    = "Remove the rule and expose the service through a load balancer or an ingress."
  arises    = length(related.node_pool) > 0 || length(related.cluster) > 0 || local.tagged
  addressed = !world_reaches(self.inbound_rule, "tcp", ["1-65535"]) && !world_reaches(self.inbound_rule, "udp", ["1-65535"])
  gap       = "${join(", ", concat(world_ranges(self.inbound_rule, "tcp", ["1-65535"]), world_ranges(self.inbound_rule, "udp", ["1-65535"])))} of cluster nodes is open to the world"
  locals {
    tagged = anytrue([for t in elements(self.tags) : contains(["k8s", "k8s-worker"], t) || startswith(t, "k8s:")])
  }
}
