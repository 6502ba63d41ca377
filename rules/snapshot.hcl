# Snapshots of Droplets and volumes, and images that the customer brings.

product "snapshot" {
  title         = "Snapshots and custom images"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet_snapshot", "digitalocean_volume_snapshot", "digitalocean_custom_image"]
  basis         = "derived"
  layers = {
    data               = "customer"
    identity           = "customer"
    application        = "customer"
    configuration      = "customer"
    operating_system   = "customer"
    encryption_at_rest = "digitalocean"
    backups            = "shared"
    physical_network   = "digitalocean"
    facility           = "digitalocean"
  }
  shared "backups" {
    customer     = "Takes snapshots often enough, removes old ones and tests restoring them."
    digitalocean = "Stores the snapshots and restores from them when asked."
  }
  inherited = [
    "Storage of snapshots and images.",
    "Physical security of the data centres.",
  ]
}

# No obligation here counts snapshots in Terraform, for each shows one moment
# only. Rules of an organisation may.
relation "snapshot" {
  from = ["digitalocean_volume"]
  to   = ["digitalocean_volume_snapshot"]
  join {
    from = id
    to   = volume_id
  }
}

relation "snapshot" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_droplet_snapshot"]
  join {
    from = id
    to   = droplet_id
  }
}

relation "snapshot" {
  from = ["digitalocean_nfs"]
  to   = ["digitalocean_nfs_snapshot"]
  join {
    from = id
    to   = share_id
  }
}

obligation "snapshot-retention" {
  title     = "Take snapshots anew and let old ones go"
  resources = ["digitalocean_droplet_snapshot", "digitalocean_volume_snapshot", "digitalocean_nfs_snapshot"]
  layer     = "backups"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "ID.AM-08"]
    "nist-csf-1.1" = ["PR.IP-4", "PR.DS-3", "PR.IP-6"]
  }
  basis    = "derived"
  why      = "A snapshot in Terraform is taken once and never expires: it grows stale as a backup and keeps data longer than intended."
  remedy   = "Let a scheduled job take and rotate snapshots, and keep in Terraform only those that should stay."
  question = "Until when is this snapshot kept, and what takes newer ones?"
}

obligation "snapshot-restore-test" {
  title     = "Restore from a snapshot as a test"
  resources = ["digitalocean_droplet_snapshot", "digitalocean_volume_snapshot"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "RC.RP-03"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "stated"
  why      = "A snapshot of a running system may be inconsistent, which is noticed only when it is restored."
  remedy   = "Create a Droplet or volume from the snapshot in a drill, check the data, and note the date."
  question = "When was a snapshot of this kind last restored, and was the data whole?"
}

obligation "snapshot-secrets" {
  title     = "Keep secrets out of snapshots that others get"
  resources = ["digitalocean_droplet_snapshot"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis    = "derived"
  why      = "A snapshot holds the whole disk: host keys, tokens, shell histories. Each Droplet made from it, and each team it is transferred to, gets them too."
  remedy   = "Clean keys, tokens and histories before the snapshot, or limit who may create Droplets from it."
  question = "What is removed from the disk before a snapshot, and who may use the snapshot?"
}

obligation "custom-image-https" {
  title     = "Fetch the custom image over HTTPS"
  resources = ["digitalocean_custom_image"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09", "PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-8", "PR.DS-2"]
  }
  basis     = "derived"
  why       = "Who can change an image on its way owns every Droplet made from it."
  remedy    = "Serve the image over https from a place that you control, and compare its checksum before."
  addressed = startswith(lower(self.url), "https://")
  gap       = "url is not an https address: ${self.url}"
}

obligation "custom-image-hardening" {
  title     = "Patch and harden the custom image"
  resources = ["digitalocean_custom_image"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01", "PR.PS-02", "ID.RA-09"]
    "nist-csf-1.1" = ["PR.IP-1", "PR.IP-12", "PR.DS-8"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model"
  basis    = "stated"
  why      = "Everything in an image of your own is yours: its age, its default passwords, its open services."
  remedy   = "Build the image in a pipeline from a supported release, with updates, key-only SSH and a hardening baseline, and rebuild it often."
  question = "Which pipeline builds this image, from what source, and how often is it rebuilt with updates?"
}
