# The DigitalOcean account itself. Terraform shows nothing of it: each duty is
# asked for once per root module.

product "account" {
  title         = "Account, team and API"
  service_model = "SaaS"
  resources     = ["account"]
  guide         = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis         = "stated"
  layers = {
    data             = "customer"
    identity         = "customer"
    people           = "shared"
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
  shared "people" {
    customer     = "Trains its own staff and plans for incidents and outages."
    digitalocean = "Trains its own staff every year."
  }
  shared "monitoring" {
    customer     = "Reads the security history and acts on it."
    digitalocean = "Records what members and tokens do."
  }
  inherited = [
    "The control panel, the API and the service that signs members in.",
    "The record of what was done in the account.",
  ]
}

obligation "account-two-factor" {
  title     = "Require two-factor sign-in for the team"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-03"]
    "nist-csf-1.1"           = ["PR.AC-7"]
    "cis-do-foundations-1.0" = ["2.1", "2.2"]
  }
  basis    = "benchmark"
  why      = "One stolen password otherwise opens the control panel, and from there each resource and its data."
  remedy   = "Turn on secure sign-in in the team's settings, and two-factor sign-in at the identity provider that members use."
  question = "Is secure sign-in (two-factor) required for every member of the team?"
}

obligation "account-roles" {
  title     = "Give team members no more rights than they need"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-05"]
    "nist-csf-1.1"           = ["PR.AC-4"]
    "cis-do-foundations-1.0" = ["4.1"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "stated"
  why      = "Each owner and member with full rights is one more way to lose everything."
  remedy   = "Keep few owners, use viewer, biller and custom roles, and review them every quarter."
  question = "Who are the team's owners, and when were the roles last reviewed?"
}

obligation "account-offboarding" {
  title     = "Take all access from who leaves"
  resources = ["account"]
  layer     = "people"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01", "GV.RR-04"]
    "nist-csf-1.1" = ["PR.AC-1", "PR.IP-11"]
  }
  basis    = "derived"
  why      = "API tokens, Spaces keys, function keys and SSH keys go on working after the person's sign-in is closed."
  remedy   = "Sign in through the identity provider, and keep a checklist of tokens and keys to withdraw."
  question = "Which checklist withdraws sign-in, tokens, Spaces keys, function keys and SSH keys when someone leaves?"
}

obligation "account-scoped-tokens" {
  title     = "Use API tokens with narrow scopes"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-05"]
    "nist-csf-1.1"           = ["PR.AC-4"]
    "cis-do-foundations-1.0" = ["3.1", "3.2"]
  }
  basis    = "benchmark"
  why      = "A token with full access in a pipeline is the whole account in that pipeline."
  remedy   = "Replace old full-access tokens by ones with custom scopes, a token for each pipeline, and read-only ones for plans."
  question = "Which tokens exist, for which pipeline is each, and are any left with full access?"
}

obligation "account-token-expiry" {
  title     = "Let API tokens expire and rotate them"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-01"]
    "nist-csf-1.1"           = ["PR.AC-1"]
    "cis-do-foundations-1.0" = ["3.2"]
  }
  basis    = "documented"
  why      = "A leaked token without an end date stays good until someone finds out."
  remedy   = "Set an expiry of at most 90 days on each token, and rotate it in the pipeline."
  question = "When do the account's API tokens expire, and who rotates them?"
}

obligation "account-third-party-apps" {
  title     = "Review third-party apps with access"
  resources = ["account"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-05", "GV.SC-07"]
    "nist-csf-1.1"           = ["PR.AC-4", "ID.SC-2", "ID.SC-4"]
    "cis-do-foundations-1.0" = ["3.3"]
  }
  basis    = "benchmark"
  why      = "An authorised app keeps its access until it is withdrawn, and its maker's incident becomes yours."
  remedy   = "Withdraw apps that nobody uses, and look through the list twice a year."
  question = "Which third-party apps have access to the account, and when was the list last reviewed?"
}

obligation "account-contact" {
  title     = "Use a shared mailbox as the team's contact"
  resources = ["account"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"           = ["RS.CO-02"]
    "nist-csf-1.1"           = ["RS.CO-2"]
    "cis-do-foundations-1.0" = ["2.4"]
  }
  basis    = "benchmark"
  why      = "Abuse reports and security notices to one person's address are not read while that person is away."
  remedy   = "Set the team's contact e-mail to a distribution list that someone always reads."
  question = "Which shared address is the team's contact, and who reads it?"
}

obligation "account-audit-log" {
  title     = "Review the account's security history"
  resources = ["account"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"           = ["DE.CM-03", "PR.PS-04"]
    "nist-csf-1.1"           = ["DE.CM-3", "PR.PT-1"]
    "cis-do-services-1.0"    = ["4.1"]
    "cis-do-foundations-1.0" = ["5.1"]
  }
  source   = "https://www.digitalocean.com/security/security-best-practices-guide-logging-and-monitoring"
  basis    = "stated"
  why      = "A new member, a new token or a deleted resource that nobody ordered shows there, and only there."
  remedy   = "Read the security history every month, or export it to where your alerts are."
  question = "Who reads the account's security history, and how often?"
}

obligation "account-training" {
  title     = "Train your staff in security"
  resources = ["account"]
  layer     = "people"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AT-01", "PR.AT-02"]
    "nist-csf-1.1" = ["PR.AT-1", "PR.AT-2"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "stated"
  why      = "DigitalOcean trains its own staff; who runs your resources is yours to train."
  remedy   = "Train everyone each year, and those who operate the infrastructure in its own risks."
  question = "When was the last security training, and did those who operate this infrastructure take part?"
}

obligation "account-incident-response" {
  title     = "Have a plan for incidents that covers DigitalOcean"
  resources = ["account"]
  layer     = "people"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.IM-04", "RS.MA-01"]
    "nist-csf-1.1" = ["PR.IP-9", "PR.IP-10", "RS.RP-1"]
  }
  basis    = "derived"
  why      = "In an incident there is no time to find out who answers alerts, who may cut off a Droplet, and how to reach support."
  remedy   = "Write down who is on call, what to do first, and DigitalOcean's support and abuse contacts; rehearse it each year."
  question = "Where is the incident plan that covers these resources, and when was it last rehearsed?"
}

obligation "account-continuity" {
  title     = "Have a tested plan for the loss of a region"
  resources = ["account"]
  layer     = "people"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.IM-04", "RC.RP-01"]
    "nist-csf-1.1" = ["PR.IP-9", "PR.IP-10", "RC.RP-1"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "stated"
  why      = "DigitalOcean keeps data centres running; how your service survives the loss of one is yours to design and to test."
  remedy   = "Set recovery time and data loss that you accept, build for them, and rehearse each year."
  question = "What recovery time and data loss are accepted, and when was recovery last rehearsed?"
}

obligation "account-data-classification" {
  title     = "Classify data and keep regulated data where it may be"
  resources = ["account"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.AM-05", "ID.AM-07", "GV.OC-03"]
    "nist-csf-1.1" = ["ID.AM-5", "ID.GV-3"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "stated"
  why      = "What safeguards are enough depends on the data, and only its owner knows what it is."
  remedy   = "Record which kinds of data each resource holds, and check that the product is covered by the agreements that regulated data needs."
  question = "Which kinds of data do these resources hold, and which rules apply to them?"
}

obligation "account-provider-assurance" {
  title     = "Review DigitalOcean's own audit reports"
  resources = ["account"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["GV.SC-02", "GV.SC-07"]
    "nist-csf-1.1" = ["ID.AM-6", "ID.SC-2", "ID.SC-4"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "derived"
  why      = "What you inherit is only as good as the provider's controls, and their reports name what they expect of you."
  remedy   = "Read the SOC reports each year, and compare what they leave to the customer with this list."
  question = "Who reviewed DigitalOcean's audit reports, and when?"
}
