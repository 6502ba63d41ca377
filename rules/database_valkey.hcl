# Settings of Valkey clusters, and of Redis ones that have not moved yet.

obligation "valkey-tls" {
  title     = "Require TLS on Valkey and Redis"
  resources = ["digitalocean_database_valkey_config", "digitalocean_database_redis_config"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_valkey_config/"
  basis     = "documented"
  why       = "With ssl = false the cluster opens a port without TLS, on which password and data travel in clear."
  remedy    = "Set ssl = true."
  addressed = !is_set(self.ssl, self.address) || self.ssl != false
  gap       = "ssl = false"
}

obligation "valkey-persistence" {
  title     = "Keep persistence on where the data matters"
  resources = ["digitalocean_database_valkey_config", "digitalocean_database_redis_config"]
  layer     = "backups"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_valkey_config/"
  basis     = "documented"
  why       = "With persistence off there are neither dumps nor backups, and a restart loses everything; that suits a cache alone."
  remedy    = "Set persistence = \"rdb\", or waive this for a cache."
  addressed = !is_set(self.persistence, self.address) || lower(coalesce(self.persistence, "rdb")) != "off"
  gap       = "persistence is off"
}

obligation "valkey-channels" {
  title     = "Give new users no channels by default"
  resources = ["digitalocean_database_valkey_config", "digitalocean_database_redis_config"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_valkey_config/"
  basis     = "documented"
  why       = "A new user may listen and publish on every channel unless acl_channels_default says otherwise."
  remedy    = "Set acl_channels_default = \"resetchannels\" and name channels in each user's ACL."
  addressed = is_set(self.acl_channels_default, self.address) && self.acl_channels_default == "resetchannels"
  gap       = "acl_channels_default is not resetchannels"
}
