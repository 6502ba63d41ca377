# Settings of MySQL clusters.

obligation "advanced-mysql-tls" {
  title     = "Require TLS on MySQL Advanced"
  resources = ["digitalocean_database_advanced_mysql_config"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/database_advanced_mysql_config.md"
  basis  = "documented"
  why    = "require_secure_transport is OFF by default, so a client may sign in and read in clear."
  remedy = "Set require_secure_transport = \"ON\" in mysql_parameters."
  locals {
    required = upper(coalesce(try(self.mysql_parameters.require_secure_transport, null), "OFF"))
  }
  addressed = contains(["ON", "1", "TRUE"], local.required)
  gap       = "require_secure_transport is ${local.required}"
}

obligation "advanced-mysql-local-infile" {
  title     = "Leave local_infile off"
  resources = ["digitalocean_database_advanced_mysql_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-1"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/database_advanced_mysql_config.md"
  basis  = "documented"
  why    = "With local_infile an injected statement, or a false server, can make clients send their own files."
  remedy = "Remove local_infile from mysql_parameters, or set it to OFF."
  locals {
    infile = upper(coalesce(try(self.mysql_parameters.local_infile, null), "OFF"))
  }
  addressed = contains(["OFF", "0", "FALSE"], local.infile)
  gap       = "local_infile is ${local.infile}"
}

obligation "mysql-strict-mode" {
  title     = "Keep MySQL's strict mode"
  resources = ["digitalocean_database_cluster", "digitalocean_database_mysql_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis     = "derived"
  why       = "Without a strict mode MySQL cuts and changes values that do not fit instead of refusing them."
  remedy    = "Keep STRICT_TRANS_TABLES or STRICT_ALL_TABLES in sql_mode."
  arises    = is_set(self.sql_mode, self.address)
  addressed = can(regex("(?i)STRICT_(TRANS|ALL)_TABLES|TRADITIONAL", self.sql_mode))
  gap       = "sql_mode has no strict mode: ${self.sql_mode}"
}

obligation "mysql-slow-log" {
  title     = "Log MySQL's slow statements"
  resources = ["digitalocean_database_mysql_config"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_mysql_config/"
  basis     = "documented"
  why       = "Scraping and injection show first as statements that take unusually long; the log of them is off by default."
  remedy    = "Set slow_query_log = true, and long_query_time to what is slow for you."
  addressed = is_set(self.slow_query_log, self.address) && self.slow_query_log == true
  gap       = "slow_query_log is not true"
}
