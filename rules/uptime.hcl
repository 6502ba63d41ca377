# Uptime checks from outside, and the alerts that they raise.

product "uptime" {
  title         = "Uptime"
  service_model = "SaaS"
  resources     = ["digitalocean_uptime_check", "digitalocean_uptime_alert"]
  basis         = "derived"
  layers = {
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
    customer     = "Names the endpoints, sets the alerts, and acts on them."
    digitalocean = "Calls the endpoints from its regions and sends the alerts."
  }
  inherited = ["The hosts that call the endpoints, and the sending of messages."]
}

relation "alert" {
  from = ["digitalocean_uptime_check"]
  to   = ["digitalocean_uptime_alert"]
  join {
    from = id
    to   = check_id
  }
}

# The target of a check is a text that holds an address or a name of what it checks.
relation "uptime_check" {
  from = ["digitalocean_app"]
  to   = ["digitalocean_uptime_check"]
  join {
    from  = spec.domain.name
    to    = target
    match = "contains"
  }
  join {
    from  = live_url
    to    = target
    match = "contains"
  }
  join {
    from  = live_domain
    to    = target
    match = "contains"
  }
  join {
    from  = default_ingress
    to    = target
    match = "contains"
  }
}

relation "uptime_check" {
  from = ["digitalocean_loadbalancer"]
  to   = ["digitalocean_uptime_check"]
  join {
    from  = ip
    to    = target
    match = "contains"
  }
  join {
    from  = domains.name
    to    = target
    match = "contains"
  }
}

relation "uptime_check" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_uptime_check"]
  join {
    from  = ipv4_address
    to    = target
    match = "contains"
  }
  join {
    from  = ipv6_address
    to    = target
    match = "contains"
  }
}

relation "uptime_check" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_uptime_check"]
  join {
    from  = fqdn
    to    = target
    match = "contains"
  }
}

obligation "app-uptime-check" {
  title     = "Check the app from outside"
  resources = ["digitalocean_app"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-01"]
    "nist-csf-1.1" = ["DE.CM-1"]
  }
  basis     = "derived"
  why       = "Health checks inside the platform do not see broken DNS, an expired certificate or a route that leads nowhere."
  remedy    = "Add a digitalocean_uptime_check whose target is the app's domain or live_url, or attest to another service that checks it."
  arises    = anytrue([for s in self.spec : length(s.service) + length(s.static_site) > 0])
  addressed = anytrue([for c in related.uptime_check : coalesce(c.enabled, true)])
  gap       = "no enabled digitalocean_uptime_check has one of its domains as target"
}

obligation "loadbalancer-uptime-check" {
  title     = "Check the load balancer's service from outside"
  resources = ["digitalocean_loadbalancer"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["DE.CM-01"]
    "nist-csf-1.1" = ["DE.CM-1"]
  }
  basis     = "derived"
  why       = "Health checks of the backends do not see broken DNS, an expired certificate or a closed firewall."
  remedy    = "Add a digitalocean_uptime_check whose target is the load balancer's address or name, or attest to the check of the name that leads to it."
  arises    = upper(coalesce(self.network, "EXTERNAL")) != "INTERNAL"
  addressed = anytrue([for c in related.uptime_check : coalesce(c.enabled, true)])
  gap       = "no enabled digitalocean_uptime_check has its address as target"
}

obligation "uptime-check-alert" {
  title     = "Let the uptime check alert someone"
  resources = ["digitalocean_uptime_check"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-01", "DE.AE-06"]
    "nist-csf-1.1" = ["DE.CM-1", "DE.DP-4"]
  }
  basis  = "documented"
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/uptime_alert/"
  why    = "A check alone draws a graph; only an alert tells someone that the endpoint is down."
  remedy = "Add a digitalocean_uptime_alert of type down or down_global, with notifications."
  locals {
    # Of several notifications blocks the provider sends the first one alone.
    told = [for a in related.alert :
      contains(["down", "down_global", "latency"], a.type) &&
      anytrue([for i, n in a.notifications : i == 0 && length(elements(n.email)) + length(n.slack) > 0])
    ]
  }
  addressed = anytrue(local.told)
  gap       = "no digitalocean_uptime_alert of type down, down_global or latency notifies anyone"
}

obligation "uptime-check-certificate" {
  title     = "Be told before the certificate expires"
  resources = ["digitalocean_uptime_check"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09", "PR.DS-02"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7", "PR.DS-2"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/uptime_alert/"
  basis     = "documented"
  why       = "Renewals fail silently, and an expired certificate takes the service down for everyone at once."
  remedy    = "Add a digitalocean_uptime_alert of type ssl_expiry with a threshold of some days."
  arises    = coalesce(self.type, "https") == "https"
  addressed = anytrue([for a in related.alert : a.type == "ssl_expiry"])
  gap       = "no digitalocean_uptime_alert of type ssl_expiry belongs to this check"
}

obligation "uptime-check-enabled" {
  title     = "Keep the uptime check enabled"
  resources = ["digitalocean_uptime_check"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-01"]
    "nist-csf-1.1" = ["DE.CM-1"]
  }
  basis     = "derived"
  why       = "A check that is switched off reports no outage."
  remedy    = "Remove enabled = false, or delete the check if nobody needs it."
  addressed = self.enabled != false
  gap       = "enabled = false"
}

obligation "uptime-alert-destination" {
  title     = "Send the uptime alert to someone"
  resources = ["digitalocean_uptime_alert"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.AE-06"]
    "nist-csf-1.1" = ["DE.DP-4"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/uptime_alert/"
  basis  = "documented"
  why    = "An alert without a destination is seen by nobody."
  remedy = "Name an e-mail address or a Slack channel in the notifications block."
  # Of several notifications blocks the provider sends the first one alone.
  addressed = anytrue([for i, n in self.notifications : i == 0 && length(elements(n.email)) + length(n.slack) > 0])
  gap       = "${length(self.notifications) > 1 ? "the first notifications block, which alone the provider sends," : "notifications"} has neither email nor slack"
}

obligation "uptime-alert-webhook" {
  title     = "Keep the uptime alert's webhook address out of plans"
  resources = ["digitalocean_uptime_alert"]
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
    urls = flatten([for n in self.notifications : [for s in n.slack : s.url]])
  }
  arises    = length(local.urls) > 0
  addressed = alltrue([for u in local.urls : issensitive(u)])
  gap       = "the url of a Slack webhook does not come from a sensitive value"
}
