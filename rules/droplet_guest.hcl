# What a Droplet's customer does inside the guest, where Terraform does not see.

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
