# Managed Databases: duties of every cluster, whatever its engine. Users, pools,
# replicas, log sinks and the settings of engines have files of their own.

product "database" {
  title         = "Managed Databases"
  service_model = "PaaS"
  resources = [
    "digitalocean_database_cluster",
    "digitalocean_database_db",
    "digitalocean_database_firewall",
    "digitalocean_database_advanced_mysql_config",
    "digitalocean_database_advanced_postgresql_config",
    "digitalocean_database_connection_pool",
    "digitalocean_database_kafka_config",
    "digitalocean_database_kafka_schema_registry",
    "digitalocean_database_kafka_topic",
    "digitalocean_database_logsink_opensearch",
    "digitalocean_database_logsink_rsyslog",
    "digitalocean_database_mongodb_config",
    "digitalocean_database_mysql_config",
    "digitalocean_database_online_migration",
    "digitalocean_database_opensearch_config",
    "digitalocean_database_postgresql_config",
    "digitalocean_database_redis_config",
    "digitalocean_database_replica",
    "digitalocean_database_user",
    "digitalocean_database_valkey_config",
  ]
  guide = "https://www.digitalocean.com/security/shared-responsibility-model-managed-databases"
  basis = "stated"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "shared"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "shared"
    encryption_at_rest    = "shared"
    backups               = "shared"
    availability          = "shared"
    monitoring            = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "runtime" {
    customer     = "Chooses the engine's version, moves to a supported one and sets the maintenance window."
    digitalocean = "Installs and patches the engine of that version."
  }
  shared "network_controls" {
    customer     = "Lists trusted sources and chooses the VPC."
    digitalocean = "Enforces them and protects the network of the service."
  }
  shared "encryption_in_transit" {
    customer     = "Connects over TLS and verifies the cluster's certificate."
    digitalocean = "Offers TLS on every cluster and issues its certificate."
  }
  shared "encryption_at_rest" {
    customer     = "Encrypts in the application what the database's users must not read."
    digitalocean = "Encrypts disks and backups (LUKS)."
  }
  shared "backups" {
    customer     = "Tests restores and keeps copies of critical data elsewhere."
    digitalocean = "Makes backups and offers restore to a point in time, and forks."
  }
  shared "availability" {
    customer     = "Adds standby and read-only nodes, and storage in time."
    digitalocean = "Fails over to standby nodes and restarts what has failed."
  }
  shared "monitoring" {
    customer     = "Sets alert policies, collects the database's logs and acts on both."
    digitalocean = "Monitors the health of the service and runs the policies."
  }
  inherited = [
    "Physical security and the operating system of the database servers.",
    "Encryption of disks and backups.",
    "Daily backups and, for most engines, restore to a point in time.",
    "Patches of the engine within its version.",
  ]
}

relation "firewall" {
  from = ["digitalocean_database_cluster"]
  to   = ["digitalocean_database_firewall"]
  join {
    from = id
    to   = cluster_id
  }
}

relation "cluster" {
  from = ["digitalocean_database_firewall"]
  to   = ["digitalocean_database_cluster"]
  join {
    from = cluster_id
    to   = id
  }
}

relation "vpc" {
  from = ["digitalocean_database_cluster"]
  to   = ["digitalocean_vpc"]
  join {
    from = private_network_uuid
    to   = id
  }
}

relation "alert" {
  from = ["digitalocean_database_cluster"]
  to   = ["digitalocean_monitor_alert"]
  join {
    from = id
    to   = entities
  }
  where = startswith(to.type, "v1/dbaas/alerts/")
}

obligation "database-trusted-sources" {
  title     = "List the sources that may connect"
  resources = ["digitalocean_database_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis     = "stated"
  why       = "Without trusted sources a leaked password is all it takes, from anywhere."
  remedy    = "Add a digitalocean_database_firewall for the cluster whose rules name the apps, clusters, Droplets or tags that need it."
  addressed = anytrue([for f in related.firewall : length(f.rule) > 0]) && !open_to_world(local.addresses)
  gap       = length(related.firewall) == 0 ? "no digitalocean_database_firewall lists its trusted sources" : "its trusted sources let the whole world in"
  locals {
    addresses = flatten([for f in related.firewall : [for r in f.rule : r.value if r.type == "ip_addr"]])
  }
}

obligation "database-firewall-sources" {
  title     = "Keep trusted sources narrow"
  resources = ["digitalocean_database_firewall"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_firewall/"
  basis  = "stated"
  why    = "A rule for the whole world is the same as no trusted sources at all."
  remedy = "Name apps, clusters, Droplets or tags, or the few addresses that need access."
  # where the cluster or the replica itself is in the input, its own obligation says it of that
  arises    = length(related.cluster) + length(related.replica) == 0
  addressed = !open_to_world([for r in self.rule : r.value if r.type == "ip_addr"])
  gap       = "the ip_addr rules let the whole world in"
}

obligation "database-vpc" {
  title     = "Place the cluster in a VPC of its own environment"
  resources = ["digitalocean_database_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_cluster/"
  basis     = "documented"
  why       = "Without private_network_uuid the cluster stands in the region's default VPC, beside every other environment."
  remedy    = "Set private_network_uuid to the digitalocean_vpc of this environment."
  addressed = !local.default && (length(related.vpc) > 0 || configured.private_network_uuid && is_set(self.private_network_uuid, self.address))
  gap       = surely(local.default) ? "private_network_uuid is that of the region's default VPC, which ${names(related.vpc)} finds" : "private_network_uuid is not set, so it stands in the region's default VPC"
  locals {
    default = anytrue([for v in related.vpc : default_vpc(v.found_by, v.default)])
  }
}

obligation "database-private-endpoint" {
  title     = "Connect through the private endpoint"
  resources = ["digitalocean_database_cluster"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "PR.DS-02"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.DS-2"]
  }
  basis    = "derived"
  why      = "Clients in the same VPC need not send queries over public addresses."
  remedy   = "Give them private_host or private_uri in place of host or uri."
  question = "Do clients in the VPC connect through the private endpoint?"
}

obligation "database-client-verification" {
  title     = "Verify the cluster's certificate in every client"
  resources = ["digitalocean_database_cluster"]
  layer     = "encryption_in_transit"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source   = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis    = "derived"
  why      = "TLS without verification (sslmode=require) keeps out listeners, but not somebody who poses as the database."
  remedy   = "Give clients the CA (data source digitalocean_database_ca) and set verify-full or the driver's equivalent."
  question = "Do clients verify the cluster's certificate against its CA?"
}

obligation "database-standby" {
  title     = "Run a standby node"
  resources = ["digitalocean_database_cluster"]
  layer     = "availability"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03"]
    "nist-csf-1.1" = ["PR.PT-5"]
  }
  source    = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis     = "stated"
  why       = "With one node the database is gone until it has been restored elsewhere, and the last writes with it."
  remedy    = "Set node_count to 2 or more (3 for MongoDB and Kafka), or waive it where an outage does not matter."
  addressed = self.node_count >= 2
  gap       = "node_count = ${self.node_count} leaves it without a standby"
}

obligation "database-supported-version" {
  title     = "Run a version that its vendor still supports"
  resources = ["digitalocean_database_cluster"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.PS-02", "ID.AM-08"]
    "nist-csf-1.1" = ["PR.IP-12", "PR.MA-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_cluster/"
  basis     = "documented"
  why       = "DigitalOcean patches the engine within its version; a version past its end of life has no more patches to install."
  remedy    = "Test the application against a supported version and raise version; move from redis to valkey."
  arises    = self.engine == "redis" || end_of_life_date(self.engine, self.version) != ""
  addressed = self.engine != "redis" && !end_of_life(self.engine, self.version)
  gap       = self.engine == "redis" ? "engine redis has been replaced by valkey" : "support for ${self.engine} ${self.version} ended on ${end_of_life_date(self.engine, self.version)}"
}

obligation "database-maintenance-window" {
  title     = "Choose the maintenance window"
  resources = ["digitalocean_database_cluster"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-02"]
    "nist-csf-1.1" = ["PR.IP-12", "PR.MA-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_cluster/"
  basis     = "documented"
  why       = "Without one DigitalOcean picks the hour at which the database is patched and fails over."
  remedy    = "Add a maintenance_window block with the day and hour when it disturbs least."
  addressed = length(self.maintenance_window) > 0
  gap       = "there is no maintenance_window block"
}

obligation "database-alerts" {
  title     = "Alert on CPU, memory and disk"
  resources = ["digitalocean_database_cluster"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09", "DE.AE-06"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7", "DE.DP-4"]
  }
  source    = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis     = "stated"
  why       = "A full disk stops writes, and nobody but the customer is told that it fills up."
  remedy    = "Add digitalocean_monitor_alert resources of the v1/dbaas/alerts/ types that list the cluster's id in entities."
  addressed = alltrue([for type in values(local.types) : anytrue([for a in related.alert : a.enabled != false && a.type == type])])
  gap       = "no enabled digitalocean_monitor_alert for ${join(", ", local.missing)}"
  locals {
    types = {
      CPU    = "v1/dbaas/alerts/cpu_alerts"
      disk   = "v1/dbaas/alerts/disk_utilization_alerts"
      memory = "v1/dbaas/alerts/memory_utilization_alerts"
    }
    missing = [for name, type in local.types : name if !anytrue([for a in related.alert : surely(a.enabled != false && a.type == type)])]
  }
}

obligation "database-storage-growth" {
  title     = "Do not let the disk fill up"
  resources = ["digitalocean_database_cluster"]
  layer     = "availability"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-04"]
    "nist-csf-1.1" = ["PR.DS-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_cluster/"
  basis     = "documented"
  why       = "A database without free disk refuses writes."
  remedy    = "Add storage_autoscale { enabled = true }, or at least an alert on disk use."
  arises    = !contains(["redis", "valkey"], self.engine)
  addressed = anytrue([for s in self.storage_autoscale : s.enabled == true]) || anytrue([for a in related.alert : a.enabled != false && a.type == "v1/dbaas/alerts/disk_utilization_alerts"])
  gap       = "neither storage_autoscale nor an alert on disk use"
}

obligation "database-restore-test" {
  title     = "Test the restore"
  resources = ["digitalocean_database_cluster"]
  layer     = "backups"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "RC.RP-03"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis    = "stated"
  why      = "DigitalOcean makes the backups; that the application comes back from one is the customer's to know."
  remedy   = "Restore into a new cluster (backup_restore) at least twice a year and run the application against it."
  question = "When was this database last restored from a backup, and how long did it take?"
}

obligation "database-offsite-copy" {
  title     = "Keep a copy of critical data outside the service"
  resources = ["digitalocean_database_cluster"]
  layer     = "backups"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "derived"
  why      = "The service's backups end with the cluster and the account."
  remedy   = "Dump to another account or provider on a schedule, encrypted."
  question = "Is there a copy of this data that survives the deletion of the cluster?"
}

obligation "database-data-protection" {
  title     = "Protect sensitive data in the application"
  resources = ["digitalocean_database_cluster"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.DS-10"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.DS-5"]
  }
  source   = "https://docs.digitalocean.com/products/databases/postgresql/concepts/responsibility-model/"
  basis    = "stated"
  why      = "Encrypted disks protect against a stolen disk, not against a query with a stolen password."
  remedy   = "Validate input, encrypt or tokenise sensitive columns in the application and keep only what is needed."
  question = "Which data in this database is sensitive, and what protects it from whoever can run a query?"
}

obligation "database-application-separation" {
  title     = "Give each application its own database"
  resources = ["digitalocean_database_db"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis    = "derived"
  why      = "Applications that share a database share its data as soon as one of them is broken into."
  remedy   = "Make one digitalocean_database_db and one digitalocean_database_user per application, with grants on that database alone."
  question = "Is this the database of one application, and can only that application's user get in?"
}
