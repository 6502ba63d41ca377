# Where the logs of managed databases go.

relation "logsink" {
  from = ["digitalocean_database_cluster"]
  to   = ["digitalocean_database_logsink_rsyslog", "digitalocean_database_logsink_opensearch"]
  join {
    from = id
    to   = cluster_id
  }
}

obligation "database-log-sink" {
  title     = "Forward the database's logs"
  resources = ["digitalocean_database_cluster"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_logsink_rsyslog/"
  basis  = "derived"
  why    = "Failed sign-ins and slow or broken statements are in the engine's log, where nobody sees them and from where they are soon gone."
  remedy = "Add a digitalocean_database_logsink_rsyslog or digitalocean_database_logsink_opensearch for the cluster."
  # The provider's sinks take the logs of these engines only.
  arises    = contains(["pg", "mysql", "kafka", "valkey"], self.engine)
  addressed = length(related.logsink) > 0
  gap       = "no log sink belongs to this cluster"
}

obligation "database-log-sink-tls" {
  title     = "Send database logs over TLS"
  resources = ["digitalocean_database_logsink_rsyslog"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_logsink_rsyslog/"
  basis     = "documented"
  why       = "Log lines hold statements, names and data, and by default they leave in clear."
  remedy    = "Set tls = true, with ca_cert where the server's certificate is of a private authority."
  addressed = coalesce(self.tls, false)
  gap       = "tls is not true"
}

obligation "database-log-sink-credentials" {
  title     = "Keep the log server's password out of plans"
  resources = ["digitalocean_database_logsink_opensearch"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_logsink_opensearch/"
  basis     = "documented"
  why       = "The password of the log server is part of endpoint, which the provider does not treat as sensitive: every plan prints it."
  remedy    = "Build endpoint from a variable with sensitive = true, or let the log server know the cluster by its address."
  addressed = issensitive(self.endpoint) || !can(regex("^[A-Za-z]+://[^/@]*:[^/@]*@", self.endpoint))
  gap       = "endpoint holds a password and does not come from a sensitive value"
}

obligation "database-log-retention" {
  title     = "Say how long database logs are kept"
  resources = ["digitalocean_database_logsink_opensearch"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04", "ID.AM-08"]
    "nist-csf-1.1" = ["PR.PT-1", "PR.DS-3", "PR.IP-6"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_logsink_opensearch/"
  basis     = "derived"
  why       = "Unless it says otherwise the service deletes them after three days, before most attacks are noticed."
  remedy    = "Set index_days_max to what your policy on logs says."
  addressed = is_set(self.index_days_max, self.address) && !surely(self.index_days_max == 0)
  gap       = "index_days_max is not set"
}
