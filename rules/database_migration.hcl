# Online migration into a managed database.

obligation "database-migration-tls" {
  title     = "Migrate the database over TLS"
  resources = ["digitalocean_database_online_migration"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_online_migration/"
  basis     = "documented"
  why       = "The whole content of the source crosses the network, in clear if disable_ssl is true."
  remedy    = "Leave disable_ssl out, and turn TLS on at the source."
  addressed = !coalesce(self.disable_ssl, false)
  gap       = "disable_ssl = true"
}

obligation "database-migration-credentials" {
  title     = "Keep the source's password out of plans"
  resources = ["digitalocean_database_online_migration"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  basis     = "documented"
  why       = "The provider does not treat source.password as sensitive: a literal or an ordinary variable is printed by every plan."
  remedy    = "Take the password from a variable with sensitive = true or from a secret store."
  addressed = alltrue([for s in self.source : issensitive(s.password)])
  gap       = "source.password does not come from a sensitive value"
}

obligation "database-migration-ended" {
  title     = "End the migration and close its source"
  resources = ["digitalocean_database_online_migration"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-08", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-3", "PR.IP-6", "PR.AC-1"]
  }
  basis    = "derived"
  why      = "The source was opened for the migration, with a user who may read everything; both tend to stay."
  remedy   = "Remove the resource after the switch, and delete the user and the firewall opening at the source."
  question = "When does this migration end, and who closes what was opened for it at the source?"
}
