# App Platform: the apps themselves. Secrets of apps are in
# app_platform_secrets.hcl, where their code comes from in app_platform_source.hcl.

product "app_platform" {
  title         = "App Platform"
  service_model = "PaaS"
  resources     = ["digitalocean_app"]
  guide         = "https://www.digitalocean.com/security/shared-responsibility-model-app-platform"
  basis         = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "shared"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "shared"
    encryption_at_rest    = "digitalocean"
    backups               = "customer"
    availability          = "shared"
    monitoring            = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "runtime" {
    customer     = "Keeps the base image of a Dockerfile or a prebuilt image current, and chooses runtime versions."
    digitalocean = "Maintains the buildpacks and the containers' host."
  }
  shared "network_controls" {
    customer     = "Decides on routes, CORS, VPC and threat protection, and on who may reach the data behind the app."
    digitalocean = "Runs the edge and routes requests to the components that the app names."
  }
  shared "encryption_in_transit" {
    customer     = "Chooses domains, and TLS towards databases and other services."
    digitalocean = "Issues and renews certificates and serves TLS at the edge."
  }
  shared "availability" {
    customer     = "Chooses the number and size of instances and writes health checks."
    digitalocean = "Restarts failed containers and replaces failed hosts."
  }
  shared "monitoring" {
    customer     = "Forwards logs, sets alerts and acts on them."
    digitalocean = "Collects logs and metrics and keeps them for a short while."
  }
  inherited = [
    "Hosts, their operating system and the container cluster.",
    "Buildpacks, build machines and the edge network.",
    "Certificates for the default domain and for domains that DigitalOcean manages.",
  ]
}

# A cluster is named by the app, not referred to by id.
relation "database" {
  from = ["digitalocean_app"]
  to   = ["digitalocean_database_cluster"]
  join {
    from = spec.database.cluster_name
    to   = name
  }
}

obligation "app-code-security" {
  title     = "Keep the app's code and dependencies secure"
  resources = ["digitalocean_app"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.PS-06", "ID.RA-01"]
    "nist-csf-1.1" = ["PR.IP-2", "ID.RA-1", "DE.CM-8"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "derived"
  why      = "The platform runs whatever is deployed: flaws in the code, its libraries, its sign-in and its input checks are the customer's."
  remedy   = "Review changes, scan code and dependencies in the pipeline, and test the running app."
  question = "How are the app's code and dependencies reviewed, scanned and updated?"
}

# Trusted sources name apps, clusters and Droplets by id.
relation "database_firewall" {
  from = ["digitalocean_app", "digitalocean_droplet", "digitalocean_kubernetes_cluster"]
  to   = ["digitalocean_database_firewall"]
  join {
    from = id
    to   = rule.value
  }
}

obligation "app-database-access" {
  title     = "Open the database to this app, not to the internet"
  resources = ["digitalocean_app"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis     = "documented"
  why       = "An app has no fixed address: where neither a trusted source nor a VPC lets it in, the database must be open to all."
  remedy    = "Add rule { type = \"app\" } with the app's id to the cluster's digitalocean_database_firewall, or a vpc block with the VPC of the cluster."
  arises    = length(related.database) > 0
  addressed = length(related.database_firewall) > 0 || anytrue([for s in self.spec : length(s.vpc) > 0])
  gap       = "no digitalocean_database_firewall names the app, and it has no vpc block, though it uses ${names(related.database)}"
}

obligation "app-cors" {
  title     = "Do not let every origin act with the user's credentials"
  resources = ["digitalocean_app"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis  = "derived"
  why    = "With credentials allowed for any origin, each website that a user visits can read and act in the app as that user."
  remedy = "List the exact origins, or set allow_credentials = false."
  locals {
    cors = flatten([for s in self.spec : [
      [for c in s.service : c.cors], [for c in s.function : c.cors], [for c in s.static_site : c.cors],
      [for i in(is_set(s.ingress, self.address) ? s.ingress : []) : [for r in i.rule : r.cors]],
    ]])
    # Who admits one of these admits anybody: "*" stands for all, any page can show
    # a frame whose origin is null, no app means stranger.com, and every customer
    # of App Platform has a name in ondigitalocean.app.
    strangers = [
      "*", "null", "https://stranger.com", "http://stranger.com", "https://www.stranger.com", "https://stranger-5x7ab.ondigitalocean.app",
    ]
    # A prefix that ends in the name of a host admits https://shop.example.com.stranger.com too.
    open = [for c in local.cors : coalesce(c.allow_credentials, false) && anytrue([
      for o in c.allow_origins : can(regex("^https?://[^:/]*$", o.prefix)) || anytrue([
        for origin in local.strangers :
        o.exact == origin || o.prefix != "" && try(startswith(origin, o.prefix), false) || o.regex != "" && can(regex(o.regex, origin))
      ])
    ])]
  }
  arises    = length(local.cors) > 0
  addressed = !anytrue(local.open)
  gap       = "a cors block allows credentials for origins that anybody can have"
}

obligation "app-threat-control" {
  title     = "Turn on enhanced threat control"
  resources = ["digitalocean_app"]
  layer     = "network_controls"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01", "DE.CM-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4", "DE.CM-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis     = "documented"
  why       = "The check for floods of requests at the application layer is off unless it is asked for."
  remedy    = "Set enhanced_threat_control_enabled = true in spec; it works on custom domains."
  arises    = anytrue([for s in self.spec : is_set(s.domain, self.address) || is_set(s.domains, self.address)])
  addressed = alltrue([for s in self.spec : coalesce(s.enhanced_threat_control_enabled, false)])
  gap       = "enhanced_threat_control_enabled is not true"
}

obligation "app-database-production" {
  title     = "Use a production database"
  resources = ["digitalocean_app"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "PR.IR-03"]
    "nist-csf-1.1" = ["PR.IP-4", "PR.PT-5"]
  }
  basis  = "derived"
  why    = "A development database is made for trials: it cannot be given standby nodes or trusted sources as a managed cluster can."
  remedy = "Set production = true and cluster_name to a digitalocean_database_cluster."
  locals {
    databases = flatten([for s in self.spec : [s.database]])
  }
  arises    = length(local.databases) > 0
  addressed = alltrue([for d in local.databases : coalesce(d.production, false)])
  gap       = "${join(", ", [for d in local.databases : "database ${coalesce(d.name, "db")}" if !surely(coalesce(d.production, false))])} is a development database"
}

obligation "app-persistent-data" {
  title     = "Keep data out of the app's own file system"
  resources = ["digitalocean_app"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  basis    = "documented"
  why      = "A container's file system is gone with the next deployment, restart or scaling."
  remedy   = "Keep uploads and state in Spaces or a database."
  arises   = anytrue([for s in self.spec : length(s.service) + length(s.worker) > 0])
  question = "Where does the app keep what must outlive a deployment?"
}

obligation "app-instances" {
  title     = "Run at least two instances of each service"
  resources = ["digitalocean_app"]
  layer     = "availability"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis  = "stated"
  why    = "One container is one failure away from an outage, and has no room for a peak."
  remedy = "Set instance_count to 2 or more, or autoscaling with min_instance_count of 2 or more."
  locals {
    services = flatten([for s in self.spec : [s.service]])
    enough = [for c in local.services :
      coalesce(c.instance_count, 1) >= 2 || anytrue([for a in c.autoscaling : a.min_instance_count >= 2])
    ]
  }
  arises    = length(local.services) > 0
  addressed = alltrue(local.enough)
  gap       = "one instance only: ${join(", ", [for i, c in local.services : "service ${c.name}" if !surely(local.enough[i])])}"
}

obligation "app-health-check" {
  title     = "Check the health of each service"
  resources = ["digitalocean_app"]
  layer     = "availability"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03"]
    "nist-csf-1.1" = ["PR.PT-5"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis  = "documented"
  why    = "Without a path to ask, a container counts as healthy as soon as its port answers, though the app behind it is broken."
  remedy = "Add health_check { http_path = … } to each service."
  locals {
    services = flatten([for s in self.spec : [s.service]])
  }
  arises    = length(local.services) > 0
  addressed = alltrue([for c in local.services : length(c.health_check) + length(c.liveness_health_check) > 0])
  gap       = "no health_check: ${join(", ", [for c in local.services : "service ${c.name}" if surely(length(c.health_check) + length(c.liveness_health_check) == 0)])}"
}

obligation "app-log-forwarding" {
  title     = "Forward the app's logs"
  resources = ["digitalocean_app"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  basis  = "derived"
  why    = "The platform keeps logs for a short while and drops those of old deployments; after an incident they are gone."
  remedy = "Add a log_destination to each service, worker, job and function."
  locals {
    components = flatten([for s in self.spec : [s.service, s.worker, s.job, s.function]])
  }
  arises    = length(local.components) > 0
  addressed = alltrue([for c in local.components : length(c.log_destination) > 0])
  gap       = "no log_destination: ${join(", ", [for c in local.components : c.name if surely(length(c.log_destination) == 0)])}"
}

obligation "app-alerts" {
  title     = "Be told when the app fails"
  resources = ["digitalocean_app"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09", "DE.AE-06"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7", "DE.DP-4"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis  = "documented"
  why    = "Without an alert a failed deployment or a container that restarts in a loop is noticed by users first."
  remedy = "Add alert blocks, such as DEPLOYMENT_FAILED for the app and RESTART_COUNT or CPU_UTILIZATION for services."
  locals {
    alerts = flatten([for s in self.spec : [s.alert, [for c in flatten([s.service, s.worker, s.job, s.function]) : c.alert]]])
  }
  addressed = anytrue([for a in local.alerts : !coalesce(a.disabled, false)])
  gap       = "no alert block is in force"
}
