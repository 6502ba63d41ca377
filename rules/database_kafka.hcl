# Kafka topics and settings.

obligation "kafka-topic-replication" {
  title     = "Replicate topics so that a lost node loses nothing"
  resources = ["digitalocean_database_kafka_topic"]
  layer     = "availability"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.IR-03"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.PT-5"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_kafka_topic/"
  basis  = "documented"
  why    = "By default a topic has two copies and one suffices to acknowledge a message: if that node fails, acknowledged messages are gone."
  remedy = "Set replication_factor = 3 and min_insync_replicas = 2 in config."
  locals {
    config = effective(configured.config, self.config, [])
    insync = [for c in local.config : coalesce(c.min_insync_replicas, 1)]
  }
  addressed = coalesce(self.replication_factor, 2) >= 3 && anytrue([for n in local.insync : n >= 2])
  gap       = "replication_factor is ${coalesce(self.replication_factor, 2)} and min_insync_replicas is ${try(local.insync[0], 1)}"
}

obligation "kafka-retention" {
  title     = "Limit how long messages are kept"
  resources = ["digitalocean_database_kafka_topic"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-08"]
    "nist-csf-1.1" = ["PR.DS-3", "PR.IP-6"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_kafka_topic/"
  basis  = "derived"
  why    = "A topic without limit keeps personal data for ever and fills the disks."
  remedy = "Set retention_ms to what your policy on data says, or compact the topic."
  locals {
    blocks = effective(configured.config, length(self.config), 0)
    unlimited = [
      for c in self.config :
      is_set(c.retention_ms, self.address) && c.retention_ms == "-1" && !(is_set(c.cleanup_policy, self.address) && can(regex("compact", c.cleanup_policy)))
    ]
  }
  addressed = local.blocks == 0 || !anytrue(local.unlimited)
  gap       = "retention_ms is -1, no limit"
}

obligation "kafka-auto-create-topics" {
  title     = "Do not let clients create topics by naming them"
  resources = ["digitalocean_database_kafka_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_kafka_config/"
  basis     = "derived"
  why       = "A topic that a typing mistake creates has neither the replication nor the permissions that its messages need."
  remedy    = "Set auto_create_topics_enable = false and add topics as digitalocean_database_kafka_topic."
  addressed = !(is_set(self.auto_create_topics_enable, self.address) && self.auto_create_topics_enable == true)
  gap       = "auto_create_topics_enable = true"
}
