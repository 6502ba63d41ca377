# Droplets: virtual machines. The customer runs everything from the guest
# operating system upwards. For autoscale pools see droplet_autoscale.hcl.

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
    by_cloud_init = can(regex("ssh[-_]authorized[-_]keys|ssh_import_id|authorized_keys", user_data_text(self.user_data)))
  }
}

obligation "droplet-ssh-hardening" {
  title     = "Turn off password and root logins in the guest"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-03", "PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-3", "PR.AC-4", "PR.AC-7"]
    "cis-do-services-1.0" = ["2.7"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis    = "stated"
  why      = "Keys protect only where passwords are refused, and a log of who did what needs named users."
  remedy   = "Set PasswordAuthentication no and PermitRootLogin no in the image or through cloud-init, and give each administrator a user."
  question = "Does SSH in the guest refuse passwords and root, and do administrators have users of their own?"
}

obligation "droplet-key-rotation" {
  title     = "Keep authorised SSH keys up to date in the guest"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-01"]
    "nist-csf-1.1"        = ["PR.AC-1"]
    "cis-do-services-1.0" = ["2.8"]
  }
  source   = "https://docs.digitalocean.com/reference/terraform/reference/resources/droplet/"
  basis    = "documented"
  why      = "ssh_keys is read once, when the machine is made; taking a key out of the configuration later locks nobody out."
  remedy   = "Manage authorized_keys with configuration management or short-lived certificates, and remove the keys of people who leave."
  question = "How do SSH keys of people who leave or change roles get removed from running machines?"
}

obligation "droplet-os-updates" {
  title     = "Apply security updates to the guest operating system"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-02", "ID.RA-01"]
    "nist-csf-1.1"        = ["PR.IP-12", "PR.MA-2", "ID.RA-1"]
    "cis-do-services-1.0" = ["2.5"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis    = "stated"
  why      = "DigitalOcean does not touch the guest: an update that nobody installs stays missing."
  remedy   = "Switch on unattended updates with a reboot policy, or replace machines regularly from a patched image."
  question = "Who patches the guest operating system, and how?"
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

obligation "droplet-vendor-image" {
  title     = "Review and update the Marketplace image"
  resources = ["digitalocean_droplet"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09", "PR.PS-02"]
    "nist-csf-1.1" = ["PR.DS-8", "PR.IP-12"]
  }
  basis    = "derived"
  why      = "What a 1-Click image installs is the vendor's choice on the day it was built; from then on it is the customer's to check and to update."
  remedy   = "Review what the image brings, replace its default credentials and update it after creation."
  question = "Who reviewed what this image installs, and who keeps it up to date?"
  arises   = !local.base && !local.numbered && length(related.own_image) == 0
  locals {
    base     = can(regex("^(ubuntu|debian|centos|fedora|rockylinux|almalinux|freebsd|coreos|rancheros|gpu)-", self.image))
    numbered = can(regex("^[0-9]+$", self.image))
  }
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

obligation "droplet-offsite-copy" {
  title     = "Keep a copy that outlives Droplet and datacenter"
  resources = ["digitalocean_droplet"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "RC.RP-03"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "documented"
  why      = "Droplet backups stay in the Droplet's datacenter, are deleted with the Droplet and leave out its volumes."
  remedy   = "Copy what must not be lost to another region or provider, encrypted."
  question = "Where is the copy of this machine's data that survives the loss of the Droplet and of its datacenter?"
}

obligation "droplet-restore-test" {
  title     = "Test the restore"
  resources = ["digitalocean_droplet"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "RC.RP-03"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "stated"
  why      = "A backup that was never restored is a hope."
  remedy   = "Restore into a fresh Droplet at least twice a year and write down how long it took."
  question = "When was this machine last restored from its backup?"
}

obligation "droplet-local-data" {
  title     = "Keep sensitive data off the local disk or encrypt it"
  resources = ["digitalocean_droplet"]
  layer     = "encryption_at_rest"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model-droplets"
  basis    = "stated"
  why      = "The local disk of a Droplet is not encrypted at rest; Volumes and Managed Databases are."
  remedy   = "Put sensitive data on a digitalocean_volume or in a managed service, or encrypt the file system inside the guest."
  question = "Is sensitive data kept off this machine's local disk, or encrypted there?"
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
  addressed = self.monitoring == true || can(regex("insights\\.digitalocean\\.com/install|do-agent", user_data_text(self.user_data)))
  gap       = "monitoring = false"
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

obligation "droplet-audit-log" {
  title     = "Record and ship the guest's audit log"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.PS-04", "DE.CM-09"]
    "nist-csf-1.1"        = ["PR.PT-1", "DE.CM-7"]
    "cis-do-services-1.0" = ["2.6"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis    = "stated"
  why      = "DigitalOcean keeps no log of what happens inside a Droplet, and whoever breaks in deletes what is only there."
  remedy   = "Install auditd and forward its log and the system's to a collector elsewhere."
  question = "Where do the audit and system logs of this machine go?"
}

obligation "droplet-intrusion-detection" {
  title     = "Detect intrusions and malware"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["DE.CM-09"]
    "nist-csf-1.1" = ["DE.CM-4", "DE.CM-7"]
  }
  basis    = "derived"
  why      = "Nobody but the customer looks into the guest."
  remedy   = "Run an endpoint agent or at least file integrity checks and a ban on repeated failed logins, and send what they find to a person."
  question = "What would tell you that someone has broken into this machine?"
}

obligation "droplet-vulnerability-scans" {
  title     = "Scan the guest and its applications for vulnerabilities"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.RA-01"]
    "nist-csf-1.1" = ["ID.RA-1", "DE.CM-8"]
  }
  basis    = "derived"
  why      = "Updates of the distribution do not reach what was installed beside it."
  remedy   = "Scan images in the pipeline and running machines monthly, and fix what is found by a deadline."
  question = "How are vulnerabilities in what runs on this machine found and fixed?"
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
  addressed = length(related.vpc) > 0 || configured.vpc_uuid
  gap       = "vpc_uuid is not set, so it joins the region's default VPC"
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
  gap       = "it stands behind ${join(", ", [for lb in related.load_balancer : lb.address])} and has a public interface"
}

obligation "droplet-tls" {
  title     = "Serve the application over TLS"
  resources = ["digitalocean_droplet", "digitalocean_droplet_autoscale"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis    = "stated"
  why      = "What a process on a Droplet sends is encrypted only if that process or a proxy before it does so."
  remedy   = "Terminate TLS on the machine, at a load balancer or at a CDN, and renew certificates by machine."
  question = "Is everything that this machine serves, to users and to other machines, served over TLS?"
}

obligation "droplet-redundancy" {
  title     = "Plan for the loss of the Droplet"
  resources = ["digitalocean_droplet"]
  layer     = "availability"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-03", "PR.IR-04"]
    "nist-csf-1.1" = ["PR.PT-5", "PR.DS-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "stated"
  why      = "One machine is one failure away from an outage."
  remedy   = "Run two or more behind a load balancer or an autoscale pool, or write down how long an outage may last."
  question = "What takes over when this machine fails, and how long may that take?"
}
