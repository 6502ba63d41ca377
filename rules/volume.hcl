# Block storage volumes: disks of their own, attached to a Droplet over the network.

product "volume" {
  title         = "Volumes"
  service_model = "IaaS"
  resources     = ["digitalocean_volume", "digitalocean_volume_attachment"]
  guide         = "https://www.digitalocean.com/security/shared-responsibility-model-volumes"
  basis         = "stated"
  layers = {
    data               = "customer"
    identity           = "customer"
    configuration      = "customer"
    encryption_at_rest = "shared"
    backups            = "shared"
    availability       = "shared"
    hypervisor         = "digitalocean"
    physical_network   = "digitalocean"
    facility           = "digitalocean"
  }
  shared "encryption_at_rest" {
    customer     = "Adds LUKS in the guest where the key must be the customer's own."
    digitalocean = "Encrypts the storage cluster and the snapshots with its own keys."
  }
  shared "backups" {
    customer     = "Decides when snapshots are taken and how long they stay, and tests restoring them."
    digitalocean = "Provides snapshots and stores them."
  }
  shared "availability" {
    customer     = "Chooses the size, watches how full the file system is, and plans for the loss of a region."
    digitalocean = "Replicates the blocks within the storage cluster and replaces failed disks."
  }
  inherited = [
    "Encryption at rest against physical access to the disks.",
    "Replication of the blocks and replacement of failed hardware.",
    "Physical security of the data centres.",
  ]
}

# A volume is used through an attachment or through the Droplet's own volume_ids.
relation "attachment" {
  from = ["digitalocean_volume"]
  to   = ["digitalocean_volume_attachment"]
  join {
    from = id
    to   = volume_id
  }
}

relation "droplet" {
  from = ["digitalocean_volume"]
  to   = ["digitalocean_droplet"]
  join {
    from = id
    to   = volume_ids
  }
}

relation "volume_attachment" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_volume_attachment"]
  join {
    from = id
    to   = droplet_id
  }
}

obligation "volume-snapshots" {
  title     = "Take snapshots of the volume on a schedule"
  resources = ["digitalocean_volume"]
  layer     = "backups"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "documented"
  why      = "Backups of a Droplet never include its volumes, and a snapshot that Terraform takes shows one moment only."
  remedy   = "Run a job that takes snapshots of the volume and removes old ones, and attest to it."
  question = "Which job takes snapshots of this volume, how often, and how long are they kept?"
}

obligation "volume-luks" {
  title     = "Add LUKS where the key must be your own"
  resources = ["digitalocean_volume"]
  layer     = "encryption_at_rest"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["PR.DS-01"]
    "nist-csf-1.1"        = ["PR.DS-1"]
    "cis-do-services-1.0" = ["6.1"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model-volumes"
  basis    = "stated"
  why      = "Volumes are encrypted with DigitalOcean's keys. Data that needs a key of its own, or must be erased by destroying the key, needs a second layer inside the guest."
  remedy   = "Format the device with cryptsetup (LUKS) before the file system goes on it, or attest that DigitalOcean's encryption is enough for the data."
  question = "Does the data on this volume need a key of your own, and is LUKS in place if so?"
}

obligation "volume-attached" {
  title     = "Remove volumes that nothing uses"
  resources = ["digitalocean_volume"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-08"]
    "nist-csf-1.1" = ["PR.DS-3", "PR.IP-6"]
  }
  basis     = "derived"
  why       = "Data on a volume that no Droplet uses is forgotten: nobody patches, watches or backs up what reads it."
  remedy    = "Attach the volume with digitalocean_volume_attachment or volume_ids, or delete it. Attest to it if Kubernetes attaches it."
  addressed = length(related.attachment) > 0 || length(related.droplet) > 0
  gap       = "no digitalocean_volume_attachment and no Droplet's volume_ids names this volume"
}

obligation "volume-attachment-one-way" {
  title     = "Attach volumes one way only"
  resources = ["digitalocean_droplet"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/volume_attachment/"
  basis     = "documented"
  why       = "volume_ids and digitalocean_volume_attachment undo each other's work: an apply may detach a volume that is in use."
  remedy    = "List the volumes in volume_ids or attach them with digitalocean_volume_attachment, not both."
  arises    = length(related.volume_attachment) > 0
  addressed = !(configured.volume_ids && is_set(self.volume_ids, self.address))
  gap       = "volume_ids is set, and ${names(related.volume_attachment)} attaches to the same Droplet"
}
