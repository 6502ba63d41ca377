# Read-only replicas, which have endpoints and trusted sources of their own.

relation "firewall" {
  from = ["digitalocean_database_replica"]
  to   = ["digitalocean_database_firewall"]
  join {
    from = uuid
    to   = cluster_id
  }
}

relation "replica" {
  from = ["digitalocean_database_firewall"]
  to   = ["digitalocean_database_replica"]
  join {
    from = cluster_id
    to   = uuid
  }
}

obligation "database-replica-trusted-sources" {
  title     = "Limit who may connect to the replica"
  resources = ["digitalocean_database_replica"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4", "PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_firewall/"
  basis     = "documented"
  why       = "Trusted sources belong to one endpoint each: those of the cluster do not guard its replica, which holds the same data."
  remedy    = "Add a digitalocean_database_firewall whose cluster_id is the replica's uuid."
  addressed = anytrue([for f in related.firewall : length(f.rule) > 0]) && !open_to_world(local.addresses)
  gap       = length(related.firewall) == 0 ? "no digitalocean_database_firewall has this replica's uuid as its cluster_id" : "its trusted sources let the whole world in"
  locals {
    addresses = flatten([for f in related.firewall : [for r in f.rule : r.value if r.type == "ip_addr"]])
  }
}
