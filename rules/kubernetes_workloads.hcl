# What a cluster's customer does inside it, where Terraform does not see.

obligation "kubernetes-rbac" {
  title     = "Grant roles in the cluster sparingly"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source   = "https://docs.digitalocean.com/products/kubernetes/details/managed/"
  basis    = "derived"
  why      = "DOKS hands out administrators of the cluster; everything less is the customer's to set up."
  remedy   = "Give people and service accounts roles in their namespaces and keep cluster-admin for emergencies."
  question = "Who has cluster-admin, and do workloads and people have only the roles that they need?"
}

obligation "kubernetes-network-policies" {
  title     = "Deny traffic between workloads by default"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source   = "https://docs.digitalocean.com/products/kubernetes/details/managed/"
  basis    = "derived"
  why      = "Without policies every pod reaches every other, and the databases behind the cluster."
  remedy   = "Add a NetworkPolicy that denies by default to each namespace, and allow what is needed."
  question = "Do network policies limit which pods talk to each other and to the outside?"
}

obligation "kubernetes-pod-security" {
  title     = "Enforce pod security standards"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.IP-1", "PR.AC-4"]
  }
  basis    = "derived"
  why      = "A privileged pod is root on its node, and from there on the others."
  remedy   = "Label namespaces with the restricted or baseline standard, or run an admission controller."
  question = "What stops a pod in this cluster from running privileged or as root?"
}

obligation "kubernetes-secrets" {
  title     = "Protect the secrets of workloads"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "encryption_at_rest"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis    = "derived"
  why      = "A Kubernetes Secret is readable to all who may read secrets in its namespace, and often lies in a repository as well."
  remedy   = "Fetch secrets from an external store and rotate them there."
  question = "Where do the secrets of workloads come from, and who can read them?"
}

obligation "kubernetes-images" {
  title     = "Scan, pin and source container images"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["ID.RA-01", "PR.PS-05", "PR.PS-06"]
    "nist-csf-1.1" = ["ID.RA-1", "PR.IP-2"]
  }
  basis    = "derived"
  why      = "DigitalOcean patches nodes, never what is inside the customer's images."
  remedy   = "Scan images in the pipeline and in the registry, pin them by digest and admit only trusted registries."
  question = "How are vulnerabilities in container images found and fixed, and which registries are trusted?"
}

obligation "kubernetes-log-forwarding" {
  title     = "Forward events and logs out of the cluster"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-04", "DE.CM-09"]
    "nist-csf-1.1"        = ["PR.PT-1", "DE.CM-7"]
    "cis-do-services-1.0" = ["3.1"]
  }
  basis    = "benchmark"
  why      = "Events are kept for about an hour and logs as long as their pod; an investigation starts later."
  remedy   = "Switch on event log forwarding to Managed OpenSearch, or run a collector."
  question = "Where do the logs and events of this cluster go, and how long are they kept?"
}

obligation "kubernetes-backups" {
  title     = "Back up cluster state and volumes"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "backups"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://docs.digitalocean.com/products/kubernetes/getting-started/operational-readiness/"
  basis    = "documented"
  why      = "Neither what is deployed nor what lies on its volumes has a backup that the customer did not set up."
  remedy   = "Run Velero or the like against a bucket in another region, and restore from it now and then."
  question = "How are the objects and volumes of this cluster backed up, and when was that last restored?"
}

obligation "kubernetes-ingress-tls" {
  title     = "Terminate TLS for every exposed service"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source   = "https://docs.digitalocean.com/products/kubernetes/getting-started/operational-readiness/"
  basis    = "derived"
  why      = "Balancers that a Service makes speak what its annotations say, and plain TCP if they say nothing."
  remedy   = "Run cert-manager with the ingress or gateway, or name a certificate in the Service's annotations."
  question = "Is every service that is reachable from outside served over TLS?"
}

obligation "kubernetes-exposed-services" {
  title     = "Know which services are exposed"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source   = "https://docs.digitalocean.com/products/kubernetes/details/managed/"
  basis    = "documented"
  why      = "A Service of type NodePort makes DOKS open that port on every node, and one of type LoadBalancer makes a public balancer."
  remedy   = "Avoid NodePort, and allow LoadBalancer services by policy only."
  question = "Which services of this cluster can be reached from outside, and who approved them?"
}

obligation "kubernetes-runtime-detection" {
  title     = "Detect attacks at run time"
  resources = ["digitalocean_kubernetes_cluster"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7"]
  }
  basis    = "derived"
  why      = "A shell in a container or a miner among the pods shows up only to something that watches them."
  remedy   = "Run a runtime sensor such as Falco and send its alerts to a person."
  question = "What would tell you that a container in this cluster was taken over?"
}
