# Settings of OpenSearch clusters.

obligation "opensearch-security-audit" {
  title     = "Turn on OpenSearch's security audit log"
  resources = ["digitalocean_database_opensearch_config"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_opensearch_config/"
  basis     = "documented"
  why       = "Sign-ins, refusals and changes of permissions are written down only when enable_security_audit is on; it is off by default."
  remedy    = "Set enable_security_audit = true."
  addressed = is_set(self.enable_security_audit, self.address) && self.enable_security_audit == true
  gap       = "enable_security_audit is not true"
}

obligation "opensearch-destructive-names" {
  title     = "Require full names to delete indexes"
  resources = ["digitalocean_database_opensearch_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_opensearch_config/"
  basis     = "documented"
  why       = "A DELETE with a wildcard takes every index that matches."
  remedy    = "Set action_destructive_requires_name = true."
  addressed = is_set(self.action_destructive_requires_name, self.address) && self.action_destructive_requires_name == true
  gap       = "action_destructive_requires_name is not true"
}

obligation "opensearch-remote-reindex" {
  title     = "Name the hosts to reindex from"
  resources = ["digitalocean_database_opensearch_config"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_opensearch_config/"
  basis     = "derived"
  why       = "With a wildcard in the list, who may reindex can make the cluster call hosts that nobody named."
  remedy    = "List the hosts and ports in full in reindex_remote_whitelist."
  arises    = length(elements(self.reindex_remote_whitelist)) > 0
  addressed = !anytrue([for h in elements(self.reindex_remote_whitelist) : strcontains(h, "*")])
  gap       = "reindex_remote_whitelist holds a wildcard"
}

obligation "opensearch-alerting-roles" {
  title     = "Show alerts only to roles that they concern"
  resources = ["digitalocean_database_opensearch_config"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_opensearch_config/"
  basis     = "documented"
  why       = "Without the filter each user sees and changes the monitors of every team."
  remedy    = "Set plugins_alerting_filter_by_backend_roles_enabled = true."
  addressed = is_set(self.plugins_alerting_filter_by_backend_roles_enabled, self.address) && self.plugins_alerting_filter_by_backend_roles_enabled == true
  gap       = "plugins_alerting_filter_by_backend_roles_enabled is not true"
}
