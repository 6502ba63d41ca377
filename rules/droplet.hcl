# Droplets: virtual machines. The customer runs everything from the guest
# operating system upwards; duties inside the guest are in droplet_guest.hcl, those
# of the template of an autoscale pool in droplet_autoscale.hcl.

product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  guide         = "https://www.digitalocean.com/security/shared-responsibility-model-droplets"
  basis         = "stated"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    application           = "customer"
    configuration         = "customer"
    runtime               = "customer"
    operating_system      = "customer"
    network_controls      = "shared"
    encryption_in_transit = "customer"
    encryption_at_rest    = "customer"
    backups               = "shared"
    availability          = "shared"
    monitoring            = "shared"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Writes firewall rules, attaches them to every Droplet and chooses its VPC."
    digitalocean = "Enforces Cloud Firewalls outside the guest and keeps customers' networks apart."
  }
  shared "backups" {
    customer     = "Switches backups on, keeps a copy elsewhere and tests the restore."
    digitalocean = "Makes and keeps the backups that are switched on, in the Droplet's datacenter."
  }
  shared "availability" {
    customer     = "Runs more than one Droplet of what must not stop, and plans for the loss of a datacenter."
    digitalocean = "Keeps hosts, storage and network of a datacenter running within the SLA."
  }
  shared "monitoring" {
    customer     = "Installs the agent, sets alert policies, collects the guest's logs and acts on them."
    digitalocean = "Stores the metrics and runs the alert policies."
  }
  inherited = [
    "Physical and environmental security of the datacenters.",
    "Hosts, hypervisor and the isolation between customers.",
    "Redundant disks and network of the hosts.",
    "Baseline protection of the network against floods of traffic.",
  ]
}

relation "firewall" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_firewall"]
  join {
    from = id
    to   = droplet_ids
  }
  join {
    from = tags
    to   = tags
  }
}

relation "ssh_key" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_ssh_key"]
  join {
    from = ssh_keys
    to   = id
  }
  join {
    from = ssh_keys
    to   = fingerprint
  }
}

relation "vpc" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_vpc"]
  join {
    from = vpc_uuid
    to   = id
  }
}

relation "load_balancer" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_loadbalancer"]
  join {
    from = id
    to   = droplet_ids
  }
  join {
    from = tags
    to   = droplet_tag
  }
}

relation "alert" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_monitor_alert"]
  join {
    from = id
    to   = entities
  }
  join {
    from = tags
    to   = tags
  }
  where = startswith(to.type, "v1/insights/droplet/")
}

relation "own_image" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_custom_image", "digitalocean_droplet_snapshot"]
  join {
    from = image
    to   = id
  }
}

obligation "droplet-firewall" {
  title     = "Put the Droplet behind a Cloud Firewall"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.IR-01"]
    "nist-csf-1.1"        = ["PR.AC-5", "PR.PT-4"]
    "cis-do-services-1.0" = ["2.2", "2.3"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "Without a Cloud Firewall every port that a process listens on can be reached from the internet. Members of an autoscale pool come and go, so only a firewall that selects by tag covers them."
  remedy    = "Add a digitalocean_firewall that selects it by tag, or a single Droplet by id."
  addressed = length(related.firewall) > 0
  gap       = "no digitalocean_firewall selects it"
}

obligation "droplet-ssh-keys" {
  title     = "Log in with SSH keys"
  resources = ["digitalocean_droplet"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-01", "PR.AA-03"]
    "nist-csf-1.1"        = ["PR.AC-1", "PR.AC-3", "PR.AC-7"]
    "cis-do-services-1.0" = ["2.7"]
  }
  aliases   = ["DIG-0004", "AVD-DIG-0004", "CKV_DIO_2"]
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "A Droplet without SSH keys gets a root password by e-mail and accepts password logins, which the internet guesses at without pause."
  remedy    = "List at least one key in ssh_keys, or install keys through cloud-init; keys cannot be added to an existing Droplet without replacing it."
  addressed = length(related.ssh_key) > 0 || length(elements(self.ssh_keys)) > 0 || local.by_cloud_init
  gap       = "ssh_keys is empty and user_data installs no key"
  locals {
    # A comment installs nothing, nor does an empty list, or a line that removes the file.
    by_cloud_init = anytrue([
      for line in split("\n", user_data_text(self.user_data)) :
      can(regex("^\\s*([^#\\s].*)?(ssh[-_]authorized[-_]keys|ssh_import_id|authorized_keys)", line)) && !can(regex("keys:\\s*\\[\\s*\\]|\\brm\\s[^;&|]*authorized_keys", line))
    ])
  }
}

obligation "droplet-supported-image" {
  title     = "Run an operating system that its vendor still supports"
  resources = ["digitalocean_droplet"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-02", "ID.AM-08"]
    "nist-csf-1.1"        = ["PR.IP-12", "PR.MA-2"]
    "cis-do-services-1.0" = ["2.4"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "A release past its end of life gets no security updates, however often they are installed."
  remedy    = "Rebuild on a supported release; a paid extension of support is a reason for an attestation."
  arises    = end_of_life_date("image", self.image) != ""
  addressed = !end_of_life("image", self.image)
  gap       = "support for ${self.image} ended on ${end_of_life_date("image", self.image)}"
}

obligation "droplet-backups" {
  title     = "Switch on backups"
  resources = ["digitalocean_droplet"]
  layer     = "backups"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.DS-11"]
    "nist-csf-1.1"        = ["PR.IP-4"]
    "cis-do-services-1.0" = ["2.1"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "Backups are off unless asked for; without them a lost or broken Droplet takes its disk with it."
  remedy    = "Set backups = true, or waive it for machines that are rebuilt from code."
  addressed = self.backups == true
  gap       = "backups = false"
}

obligation "droplet-user-data-secrets" {
  title     = "Keep secrets out of user data"
  resources = ["digitalocean_droplet"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  basis     = "derived"
  why       = "Every process on the Droplet can read user data from the metadata service, and the plan shows it in clear."
  remedy    = "Fetch credentials at boot from a secret store, and replace the one that was written here."
  arises    = self.user_data != null
  addressed = !has_secret(self.user_data)
  gap       = "user_data holds ${secret_kind(self.user_data)}"
}

obligation "droplet-monitoring" {
  title     = "Install the metrics agent"
  resources = ["digitalocean_droplet"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["DE.CM-09"]
    "nist-csf-1.1"        = ["DE.CM-4", "DE.CM-7"]
    "cis-do-services-1.0" = ["4.2"]
  }
  source    = "https://www.digitalocean.com/security/security-best-practices-guide-logging-and-monitoring"
  basis     = "stated"
  why       = "Memory and disk use are visible to alert policies only through the agent."
  remedy    = "Set monitoring = true when the Droplet is created; on an existing one install the agent in the guest, for the attribute replaces it."
  addressed = self.monitoring == true || local.by_user_data
  gap       = "monitoring = false"
  locals {
    # Comments install nothing, nor do lines that take the agent away.
    by_user_data = anytrue([
      for line in split("\n", user_data_text(self.user_data)) :
      can(regex("^\\s*([^#\\s].*)?(insights\\.digitalocean\\.com/install|do-agent)", line)) && !can(regex("\\b(remove|purge|uninstall|disable|stop|mask)\\b[^;&|]*do-agent", line))
    ])
  }
}

obligation "droplet-alerts" {
  title     = "Alert on CPU, memory and disk"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "monitoring"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09", "DE.AE-06"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7", "DE.DP-4"]
  }
  source    = "https://www.digitalocean.com/security/security-best-practices-guide-logging-and-monitoring"
  basis     = "stated"
  why       = "A miner, a leak or a full disk shows in these three first, to whoever is told."
  remedy    = "Add digitalocean_monitor_alert resources for the three types that select machines by tag."
  addressed = alltrue([for type in values(local.types) : anytrue([for a in related.alert : a.enabled != false && a.type == type])])
  gap       = "no enabled digitalocean_monitor_alert for ${join(", ", local.missing)}"
  locals {
    types = {
      CPU    = "v1/insights/droplet/cpu"
      disk   = "v1/insights/droplet/disk_utilization_percent"
      memory = "v1/insights/droplet/memory_utilization_percent"
    }
    missing = [for name, type in local.types : name if !anytrue([for a in related.alert : surely(a.enabled != false && a.type == type)])]
  }
}

obligation "droplet-vpc" {
  title     = "Place the Droplet in a VPC of its own environment"
  resources = ["digitalocean_droplet"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/droplet/"
  basis     = "documented"
  why       = "Without vpc_uuid the Droplet joins the region's default VPC, where production, staging and every experiment share a private network."
  remedy    = "Set vpc_uuid to the digitalocean_vpc of this environment; it replaces the Droplet."
  addressed = !local.default && (length(related.vpc) > 0 || configured.vpc_uuid && is_set(self.vpc_uuid, self.address))
  gap       = surely(local.default) ? "vpc_uuid is that of the region's default VPC, which ${names(related.vpc)} finds" : "vpc_uuid is not set, so it joins the region's default VPC"
  locals {
    default = anytrue([for v in related.vpc : default_vpc(v.found_by, v.default)])
  }
}

obligation "droplet-public-interface" {
  title     = "Leave out the public interface behind a load balancer"
  resources = ["digitalocean_droplet"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/droplet/"
  basis     = "derived"
  why       = "Traffic comes through the load balancer; a public address beside it is a second way in."
  remedy    = "Set public_networking = false and let outgoing traffic leave through a digitalocean_vpc_nat_gateway."
  arises    = length(related.load_balancer) > 0
  addressed = effective(configured.public_networking, self.public_networking, true) == false
  gap       = "it stands behind ${names(related.load_balancer)} and has a public interface"
}
