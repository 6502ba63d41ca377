# Alert policies. Which resources need one is said in their own files
# (droplet-alerts, database-alerts, loadbalancer-alerts).

product "monitoring" {
  title         = "Monitoring"
  service_model = "SaaS"
  resources     = ["digitalocean_monitor_alert"]
  basis         = "derived"
  layers = {
    data             = "customer"
    identity         = "customer"
    people           = "customer"
    configuration    = "customer"
    application      = "digitalocean"
    runtime          = "digitalocean"
    operating_system = "digitalocean"
    availability     = "digitalocean"
    monitoring       = "shared"
    hypervisor       = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  shared "monitoring" {
    customer     = "Installs the agent, writes alert policies, and acts on alerts."
    digitalocean = "Stores the metrics, evaluates the policies and sends the alerts."
  }
  inherited = ["The metric store, the evaluation of alert policies and the sending of messages."]
}

obligation "monitor-alert-destination" {
  title     = "Send the alert to someone"
  resources = ["digitalocean_monitor_alert"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.AE-06"]
    "nist-csf-1.1" = ["DE.DP-4"]
  }
  source    = "https://www.digitalocean.com/security/security-best-practices-guide-logging-and-monitoring"
  basis     = "stated"
  why       = "An alert without a destination is seen by nobody."
  remedy    = "Name an e-mail address or a Slack channel in the alerts block."
  addressed = anytrue([for a in self.alerts : length(elements(a.email)) + length(a.slack) > 0])
  gap       = "alerts has neither email nor slack"
}

obligation "monitor-alert-enabled" {
  title     = "Keep the alert enabled"
  resources = ["digitalocean_monitor_alert"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7"]
  }
  basis     = "derived"
  why       = "A policy that was switched off for a quiet night tends to stay off."
  remedy    = "Remove enabled = false, or delete the policy if nobody needs it."
  addressed = self.enabled != false
  gap       = "enabled = false"
}

obligation "monitor-alert-target" {
  title     = "Say what the alert watches"
  resources = ["digitalocean_monitor_alert"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7"]
  }
  basis     = "derived"
  why       = "With neither entities nor tags nobody can read from the code what the policy covers, and new machines are easily left out."
  remedy    = "Set tags, so that new Droplets are covered as they are made, or entities."
  addressed = is_set(self.entities, self.address) || is_set(self.tags, self.address)
  gap       = "neither entities nor tags is set"
}

obligation "monitor-alert-webhook" {
  title     = "Keep the alert's webhook address out of plans"
  resources = ["digitalocean_monitor_alert"]
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
    urls = flatten([for a in self.alerts : [for s in a.slack : s.url]])
  }
  arises    = length(local.urls) > 0
  addressed = alltrue([for u in local.urls : issensitive(u)])
  gap       = "the url of a Slack webhook does not come from a sensitive value"
}
