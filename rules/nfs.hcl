# Network file storage: NFS shares inside VPCs.

product "nfs" {
  title         = "Network File Storage"
  service_model = "IaaS"
  resources = [
    "digitalocean_nfs",
    "digitalocean_nfs_access_point",
    "digitalocean_nfs_attachment",
    "digitalocean_nfs_snapshot",
  ]
  basis = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    configuration         = "customer"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "customer"
    backups               = "shared"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "network_controls" {
    customer     = "Chooses the VPCs that a share is attached to and the access points within."
    digitalocean = "Keeps the share out of all other networks."
  }
  shared "backups" {
    customer     = "Takes snapshots on a schedule and tests restoring them."
    digitalocean = "Provides snapshots and stores them."
  }
  inherited = [
    "Storage servers, their operating system and their updates.",
    "Physical security of the data centres.",
  ]
}

# How clients reach a share, for rules of an organisation.
relation "reach" {
  from = ["digitalocean_nfs"]
  to   = ["digitalocean_nfs_attachment", "digitalocean_nfs_access_point"]
  join {
    from = id
    to   = share_id
  }
}

obligation "nfs-root-squash" {
  title     = "Keep root of the clients from being root on the share"
  resources = ["digitalocean_nfs_access_point"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/nfs_access_point.md"
  basis     = "documented"
  why       = "Without squashing, or with the anonymous user mapped to 0, root on any client reads and changes every file of the share."
  remedy    = "Leave squash_config at ROOT_SQUASH or set ALL_SQUASH, and keep anonuid and anongid at 65534."
  addressed = alltrue([for p in self.access_policy : p.squash_config != "NO_SQUASH" && p.anonuid != 0 && p.anongid != 0])
  gap = join(" and ", concat(
    [for p in self.access_policy : "squash_config is NO_SQUASH" if surely(p.squash_config == "NO_SQUASH")],
    [for p in self.access_policy : "anonuid is 0" if surely(p.anonuid == 0)],
    [for p in self.access_policy : "anongid is 0" if surely(p.anongid == 0)],
  ))
}

obligation "nfs-identity-enforcement" {
  title     = "Enforce the identity of NFS clients"
  resources = ["digitalocean_nfs_access_point"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-03"]
    "nist-csf-1.1" = ["PR.AC-7"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/nfs_access_point.md"
  basis     = "documented"
  why       = "An NFS client says itself which user it acts for. Enforcement is off by default, so any host in the VPC may claim any user id."
  remedy    = "Set identity_enforcement_enabled = true in access_policy."
  addressed = anytrue([for p in self.access_policy : p.identity_enforcement_enabled == true])
  gap       = "identity_enforcement_enabled is not true"
}

obligation "nfs-access-point-path" {
  title     = "Export no more of the share than the client needs"
  resources = ["digitalocean_nfs_access_point"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis     = "derived"
  why       = "An access point on the root of the share gives each of its clients all the data of all the others."
  remedy    = "Give each kind of client an access point with a path of its own."
  addressed = can(regex("[^/]", self.path))
  gap       = "path is the root of the share"
}

obligation "nfs-v4" {
  title     = "Serve NFSv4 only"
  resources = ["digitalocean_nfs_access_point"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-1"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/nfs_access_point.md"
  basis     = "derived"
  why       = "NFSv3 has no strong authentication and needs more open ports than version 4."
  remedy    = "Leave protocols unset, which means NFS4, or list NFS4 alone."
  addressed = !anytrue([for name in flatten([for p in self.access_policy : elements(p.protocols)]) : upper(name) == "NFS3"])
  gap       = "protocols lists NFS3"
}

obligation "nfs-attachment-needed" {
  title     = "Attach the share only to VPCs that need it"
  resources = ["digitalocean_nfs_attachment"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  basis    = "derived"
  why      = "A share that is attached to several VPCs joins what they keep apart: a host in one changes files that the other runs on."
  remedy   = "Attach the share to one VPC, or give each VPC an access point with a path of its own."
  question = "Which clients in this VPC need the share, and what keeps the data of the attached VPCs apart?"
}

obligation "nfs-snapshots" {
  title     = "Take snapshots of the share on a schedule"
  resources = ["digitalocean_nfs"]
  layer     = "backups"
  owner     = "shared"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  basis    = "derived"
  why      = "Files that are deleted or encrypted by mistake or malice are gone unless a snapshot from before exists; a digitalocean_nfs_snapshot shows one moment only."
  remedy   = "Run a job that takes snapshots of the share and removes old ones, and attest to it."
  question = "Which job takes snapshots of this share, how often, and how long are they kept?"
}

obligation "nfs-transport" {
  title     = "Decide whether NFS traffic may be in clear"
  resources = ["digitalocean_nfs"]
  layer     = "encryption_in_transit"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02"]
    "nist-csf-1.1" = ["PR.DS-2"]
  }
  basis    = "derived"
  why      = "Plain NFS is not encrypted, so a host in the path within the VPC may read the files, and the provider has no setting for it."
  remedy   = "Encrypt sensitive files before they are written or tunnel the traffic, or attest that the VPC holds trusted hosts alone."
  question = "Is the data on this share allowed to cross the VPC in clear, or what encrypts it?"
}
