# Secrets that apps hold: environment variables and credentials of log services.

obligation "app-env-secrets" {
  title     = "Mark secret environment variables as SECRET"
  resources = ["digitalocean_app"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis  = "documented"
  why    = "A variable that is not of type SECRET is stored and shown in clear to everyone who may see the app."
  remedy = "Set type = \"SECRET\" on variables that hold passwords, keys, tokens and connection strings."
  locals {
    env = flatten([for s in self.spec : [
      s.env, [for c in flatten([s.service, s.worker, s.job, s.function, s.static_site]) : c.env],
    ]])
    # A value such as ${db.DATABASE_URL} is filled in by the platform and is no secret itself.
    exposed = [for e in local.env :
      secret_name(e.key) && !(is_set(e.type, self.address) && e.type == "SECRET") &&
      is_set(e.value, self.address) && !surely(startswith(coalesce(e.value, ""), "$${"))
    ]
  }
  arises    = anytrue([for e in local.env : secret_name(e.key)])
  addressed = !anytrue(local.exposed)
  gap       = "not of type SECRET: ${join(", ", [for i, e in local.env : e.key if surely(local.exposed[i])])}"
}

obligation "app-env-scope" {
  title     = "Give secrets to the build only if it needs them"
  resources = ["digitalocean_app"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis  = "documented"
  why    = "By default a variable is there at build time too, where every dependency's build script can read it."
  remedy = "Set scope = \"RUN_TIME\" on secrets that only the running app uses."
  locals {
    env = flatten([for s in self.spec : [
      s.env, [for c in flatten([s.service, s.worker, s.job, s.function]) : c.env],
    ]])
    # The scope UNSET is the default one, which is both.
    wide = [for e in local.env :
      is_set(e.type, self.address) && e.type == "SECRET" && e.scope != "RUN_TIME" && e.scope != "BUILD_TIME"
    ]
  }
  arises    = anytrue([for e in local.env : is_set(e.type, self.address) && e.type == "SECRET"])
  addressed = !anytrue(local.wide)
  gap       = "secret at build time as well: ${join(", ", [for i, e in local.env : e.key if surely(local.wide[i])])}"
}

obligation "app-log-credentials" {
  title     = "Keep credentials of log services out of plans"
  resources = ["digitalocean_app"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis  = "documented"
  why    = "The provider does not treat the Datadog key and the Logtail token as sensitive: a literal or an ordinary variable is printed by every plan."
  remedy = "Take the credential from a variable with sensitive = true or from a secret store."
  locals {
    destinations = flatten([for s in self.spec : [
      for c in flatten([s.service, s.worker, s.job, s.function]) : c.log_destination
    ]])
    credentials = flatten([for d in local.destinations : [[for x in d.datadog : x.api_key], [for x in d.logtail : x.token]]])
  }
  arises    = length(local.credentials) > 0
  addressed = alltrue([for c in local.credentials : issensitive(c)])
  gap       = "a Datadog api_key or Logtail token does not come from a sensitive value"
}

obligation "app-alert-webhook" {
  title     = "Keep the webhook addresses of app alerts out of plans"
  resources = ["digitalocean_app"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis  = "documented"
  why    = "Who has a Slack webhook's address can write in the channel as the alert does. The provider does not treat it as sensitive: a literal or an ordinary variable is printed by every plan."
  remedy = "Take the address from a variable with sensitive = true or from a secret store."
  locals {
    alerts = flatten([for s in self.spec : [s.alert, [for c in flatten([s.service, s.worker, s.job, s.function]) : c.alert]]])
    urls   = flatten([for a in local.alerts : [for d in a.destinations : [for w in d.slack_webhooks : w.url]]])
  }
  arises    = length(local.urls) > 0
  addressed = alltrue([for u in local.urls : issensitive(u)])
  gap       = "the url of a Slack webhook does not come from a sensitive value"
}
