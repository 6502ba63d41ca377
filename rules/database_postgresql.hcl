# Settings of PostgreSQL clusters.

obligation "postgresql-slow-log" {
  title     = "Log PostgreSQL's slow statements"
  resources = ["digitalocean_database_postgresql_config"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  basis     = "derived"
  why       = "Scraping and injection show first as statements that take unusually long; without the log there is nothing to look at."
  remedy    = "Set log_min_duration_statement, such as 1000 (milliseconds)."
  addressed = is_set(self.log_min_duration_statement, self.address) && coalesce(self.log_min_duration_statement, -1) > 0
  gap       = "log_min_duration_statement is not set, -1, or 0, which the provider does not send"
}

obligation "advanced-postgresql-logging" {
  title     = "Log connections and changes of the schema"
  resources = ["digitalocean_database_advanced_postgresql_config"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/database_advanced_postgresql_config.md"
  basis  = "documented"
  why    = "By default neither who connects nor who changes the schema is written down."
  remedy = "Set log_connections = \"on\" and log_statement = \"ddl\" in pg_parameters."
  locals {
    connections = coalesce(try(self.pg_parameters.log_connections, null), "off")
    statement   = coalesce(try(self.pg_parameters.log_statement, null), "none")
  }
  # PostgreSQL takes a beginning of off, false or no for the word: "f".
  addressed = !can(regex("^(?i:off?|fa?l?s?e?|no?|0)?$", local.connections)) && lower(local.statement) != "none"
  gap       = "log_connections is ${local.connections} and log_statement is ${local.statement}"
}

obligation "advanced-postgresql-row-security" {
  title     = "Leave row security on"
  resources = ["digitalocean_database_advanced_postgresql_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/database_advanced_postgresql_config.md"
  basis  = "documented"
  why    = "Row policies are what keeps tenants apart in a shared table; the setting exists for dumps and is no place to save effort."
  remedy = "Remove row_security from pg_parameters, or set it to on."
  locals {
    row_security = coalesce(try(self.pg_parameters.row_security, null), "on")
  }
  # PostgreSQL takes a beginning of off, false or no for the word: "f".
  addressed = !can(regex("^(?i:off?|fa?l?s?e?|no?|0)$", local.row_security))
  gap       = "row_security is ${local.row_security}"
}
