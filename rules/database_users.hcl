# Who may use a managed database: users, their permissions, connection pools.
# The product and the cluster itself are in database.hcl.

relation "user" {
  from = ["digitalocean_database_cluster"]
  to   = ["digitalocean_database_user"]
  join {
    from = id
    to   = cluster_id
  }
}

# The cluster that something inside it belongs to.
relation "cluster" {
  from = [
    "digitalocean_database_user",
    "digitalocean_database_connection_pool",
    "digitalocean_database_replica",
    "digitalocean_database_kafka_topic",
    "digitalocean_database_kafka_config",
  ]
  to = ["digitalocean_database_cluster"]
  join {
    from = cluster_id
    to   = id
  }
}

obligation "database-named-users" {
  title     = "Give each application a database user of its own"
  resources = ["digitalocean_database_cluster"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-1", "PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis     = "stated"
  why       = "Without a user of its own each application signs in as doadmin, which may do everything, and one leak means a new password for all."
  remedy    = "Add a digitalocean_database_user for each application, or attest that users are made elsewhere."
  arises    = !contains(["redis", "valkey"], self.engine)
  addressed = length(related.user) > 0
  gap       = "no digitalocean_database_user belongs to this cluster"
}

obligation "database-user-grants" {
  title     = "Grant database users no more than they need"
  resources = ["digitalocean_database_user"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source   = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis    = "stated"
  why      = "What a user may read and change is set inside the database, and the provider does not show it."
  remedy   = "Grant the tables and actions that the application needs, in migrations under review, and look at them regularly."
  arises   = alltrue([for s in self.settings : length(s.acl) == 0 && length(s.opensearch_acl) == 0])
  question = "Which grants does this user have, where are they written down, and who reviews them?"
}

obligation "database-user-rotation" {
  title     = "Rotate database passwords"
  resources = ["digitalocean_database_user"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01"]
    "nist-csf-1.1" = ["PR.AC-1"]
  }
  basis    = "derived"
  why      = "The password is made once and stays: in the state, in backups of configuration, with people who have left."
  remedy   = "Reset passwords on a schedule and after someone leaves, or hand out short-lived credentials."
  question = "When was this user's password last changed, and what changes it next?"
}

obligation "database-user-mysql-auth" {
  title     = "Use MySQL's current password method"
  resources = ["digitalocean_database_user"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-03"]
    "nist-csf-1.1" = ["PR.AC-7"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_user/"
  basis     = "documented"
  why       = "mysql_native_password keeps an unsalted hash of SHA-1 that is quick to break once it leaks."
  remedy    = "Leave mysql_auth_plugin unset or set caching_sha2_password."
  arises    = is_set(self.mysql_auth_plugin, self.address)
  addressed = self.mysql_auth_plugin == "caching_sha2_password"
  gap       = "mysql_auth_plugin is ${self.mysql_auth_plugin}"
}

obligation "kafka-user-acl" {
  title     = "Limit Kafka users to their topics"
  resources = ["digitalocean_database_user"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_user/"
  basis  = "documented"
  why    = "A user with rights on every topic can read all messages of all applications and write in their place."
  remedy = "Add settings { acl { … } } with a topic or prefix and produce or consume."
  locals {
    acls = flatten([for s in self.settings : [s.acl]])
    wide = [for a in local.acls : contains(["*", ".*"], a.topic) || a.permission == "admin" && endswith(a.topic, "*")]
  }
  arises    = anytrue([for c in related.cluster : c.engine == "kafka"]) || length(local.acls) > 0
  addressed = length(local.acls) > 0 && !anytrue(local.wide)
  gap = surely(length(local.acls) == 0) ? "the user has no acl" : join(" and ", [
    for i, a in local.acls : "${a.permission} on topic ${a.topic}" if surely(local.wide[i])
  ])
}

obligation "opensearch-user-acl" {
  title     = "Limit OpenSearch users to their indexes"
  resources = ["digitalocean_database_user"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis  = "documented"
  why    = "A user who may change every index can erase the logs of the attack as well as the data."
  remedy = "Add settings { opensearch_acl { … } } with an index or prefix and read or write."
  locals {
    acls = flatten([for s in self.settings : [s.opensearch_acl]])
    wide = [for a in local.acls : contains(["*", "_all", ".*"], a.index) && contains(["admin", "write", "readwrite"], a.permission)]
  }
  arises    = anytrue([for c in related.cluster : c.engine == "opensearch"]) || length(local.acls) > 0
  addressed = length(local.acls) > 0 && !anytrue(local.wide)
  gap = surely(length(local.acls) == 0) ? "the user has no opensearch_acl" : join(" and ", [
    for i, a in local.acls : "${a.permission} on index ${a.index}" if surely(local.wide[i])
  ])
}

obligation "database-pool-user" {
  title     = "Let connection pools use a named user"
  resources = ["digitalocean_database_connection_pool"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_connection_pool/"
  basis     = "documented"
  why       = "A pool that signs in as doadmin makes every application behind it an administrator."
  remedy    = "Set user to the name of a digitalocean_database_user, or leave it out so that each client signs in as itself."
  addressed = self.user != "doadmin"
  gap       = "user is doadmin"
}
