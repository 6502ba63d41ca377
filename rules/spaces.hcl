# Spaces: object storage with the S3 API. Policies, CORS, keys and objects are in
# spaces_access.hcl.

product "spaces" {
  title         = "Spaces Object Storage"
  service_model = "PaaS"
  resources = [
    "digitalocean_spaces_bucket",
    "digitalocean_spaces_bucket_cors_configuration",
    "digitalocean_spaces_bucket_logging",
    "digitalocean_spaces_bucket_object",
    "digitalocean_spaces_bucket_policy",
    "digitalocean_spaces_key",
  ]
  guide = "https://www.digitalocean.com/security/shared-responsibility-model-spaces"
  basis = "stated"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    configuration         = "customer"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    network_controls      = "customer"
    encryption_in_transit = "shared"
    encryption_at_rest    = "shared"
    backups               = "customer"
    availability          = "digitalocean"
    monitoring            = "customer"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "encryption_in_transit" {
    customer     = "Uses the HTTPS endpoint."
    digitalocean = "Offers HTTPS on every endpoint and renews its certificates."
  }
  shared "encryption_at_rest" {
    customer     = "Adds encryption with keys of its own (SSE-C or in the client) where the data asks for it."
    digitalocean = "Encrypts what is stored, with keys of its own."
  }
  inherited = [
    "Encryption at rest of all objects.",
    "Durability of what is stored, against the failure of disks and machines.",
    "TLS endpoints, hardware and physical security.",
  ]
}

relation "policy" {
  from = ["digitalocean_spaces_bucket"]
  to   = ["digitalocean_spaces_bucket_policy"]
  join {
    from = name
    to   = bucket
  }
}

relation "logging" {
  from = ["digitalocean_spaces_bucket"]
  to   = ["digitalocean_spaces_bucket_logging"]
  join {
    from = name
    to   = bucket
  }
}

relation "logs_of" {
  from = ["digitalocean_spaces_bucket"]
  to   = ["digitalocean_spaces_bucket_logging"]
  join {
    from = name
    to   = target_bucket
  }
}

relation "target" {
  from = ["digitalocean_spaces_bucket_logging"]
  to   = ["digitalocean_spaces_bucket"]
  join {
    from = target_bucket
    to   = name
  }
}

relation "edge" {
  from = ["digitalocean_spaces_bucket"]
  to   = ["digitalocean_cdn"]
  join {
    from = bucket_domain_name
    to   = origin
  }
}

obligation "spaces-private-acl" {
  title     = "Keep the bucket private"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "data"
  owner     = "customer"
  severity  = "critical"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05", "PR.DS-01"]
    "nist-csf-1.1"        = ["PR.AC-4", "PR.DS-1"]
    "cis-do-services-1.0" = ["5.1", "5.5"]
  }
  aliases   = ["DIG-0006", "AVD-DIG-0006", "CKV_DIO_3"]
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis     = "stated"
  why       = "A public-read bucket lists its files to anyone, and nobody remembers that when the next file is put there."
  remedy    = "Set acl = \"private\" and publish through a digitalocean_cdn, single public objects or presigned URLs."
  addressed = self.acl == "private" || self.acl == "public-read" && length(related.edge) > 0
  gap       = "acl = \"${self.acl}\", and no digitalocean_cdn has the bucket as its origin"
}

obligation "spaces-file-listing" {
  title     = "Do not list the files of a public bucket"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4"]
    "cis-do-services-1.0" = ["5.4"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis     = "stated"
  why       = "With acl public-read anyone can list the bucket and find what no page links to."
  remedy    = "Keep the bucket private and set acl = \"public-read\" on the objects that a CDN shall serve."
  addressed = self.acl == "private"
  gap       = "acl = \"${self.acl}\" lets anyone list the files"
  arises    = length(related.edge) > 0
}

obligation "spaces-versioning" {
  title     = "Keep old versions of objects"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.IP-4", "PR.DS-1"]
  }
  aliases   = ["DIG-0007", "AVD-DIG-0007", "CKV_DIO_1"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket/"
  basis     = "documented"
  why       = "Without versions an overwritten or deleted object is gone, by mistake or by whoever has a key."
  remedy    = "Add versioning { enabled = true }, with a lifecycle rule that expires old versions."
  addressed = anytrue([for v in self.versioning : v.enabled == true])
  gap       = length(self.versioning) == 0 ? "there is no versioning block" : "versioning.enabled = false"
}

obligation "spaces-lifecycle" {
  title     = "Expire what is no longer needed"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["ID.AM-08", "PR.DS-11"]
    "nist-csf-1.1"        = ["PR.IP-6", "PR.IP-4"]
    "cis-do-services-1.0" = ["5.3"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis     = "stated"
  why       = "Data that nobody needs can still be stolen, and abandoned uploads cost money unseen."
  remedy    = "Add an enabled lifecycle_rule: expire temporary files and old versions, abort abandoned multipart uploads."
  addressed = anytrue([for r in self.lifecycle_rule : r.enabled == true])
  gap       = "there is no enabled lifecycle_rule"
}

obligation "spaces-noncurrent-versions" {
  title     = "Expire old versions"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["ID.AM-08"]
    "nist-csf-1.1"        = ["PR.IP-6"]
    "cis-do-services-1.0" = ["5.3"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket/"
  basis     = "derived"
  why       = "With versioning nothing is ever deleted, what had to be deleted included."
  remedy    = "Add noncurrent_version_expiration to an enabled lifecycle_rule."
  arises    = anytrue([for v in self.versioning : v.enabled == true])
  addressed = anytrue([for r in self.lifecycle_rule : r.enabled == true && length(r.noncurrent_version_expiration) > 0])
  gap       = "no enabled lifecycle_rule has a noncurrent_version_expiration"
}

obligation "spaces-force-destroy" {
  title     = "Let Terraform refuse to delete a bucket with objects"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  aliases   = ["DIG-0009", "AVD-DIG-0009"]
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket/"
  basis     = "documented"
  why       = "With force_destroy a rename or a wrong workspace deletes every object without asking."
  remedy    = "Remove force_destroy = true, and empty the bucket by hand on the day it shall go."
  addressed = self.force_destroy != true
  gap       = "force_destroy = true"
}

obligation "spaces-access-logging" {
  title     = "Log access to the bucket"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04", "DE.CM-09"]
    "nist-csf-1.1" = ["PR.PT-1", "DE.CM-7"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_logging/"
  basis     = "documented"
  why       = "Without access logs nobody can say what was read when a key leaks."
  remedy    = "Add a digitalocean_spaces_bucket_logging that writes to a private bucket of its own."
  arises    = length(related.logs_of) == 0
  addressed = length(related.logging) > 0
  gap       = "no digitalocean_spaces_bucket_logging names it"
}

obligation "spaces-log-target" {
  title     = "Write access logs to a private bucket of their own"
  resources = ["digitalocean_spaces_bucket_logging"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-04"]
    "nist-csf-1.1" = ["PR.PT-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_logging/"
  basis     = "derived"
  why       = "Logs beside the data are deleted with it by the same key, and logs in a public bucket tell the world who reads what."
  remedy    = "Set target_bucket to another bucket with acl private and a lifecycle rule."
  addressed = self.target_bucket != self.bucket && alltrue([for b in related.target : b.acl == "private"])
  gap       = self.target_bucket == self.bucket ? "target_bucket is the bucket itself" : "target_bucket is public"
}

obligation "spaces-client-encryption" {
  title     = "Encrypt sensitive objects with your own key"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "encryption_at_rest"
  owner     = "shared"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model-spaces"
  basis    = "stated"
  why      = "DigitalOcean's encryption at rest protects against lost disks; to whoever has an access key objects are in clear."
  remedy   = "Encrypt in the client or send keys with each request (SSE-C) for what must stay closed even then."
  question = "Does this bucket hold data that needs encryption with your own key, and has it that?"
}

obligation "spaces-offsite-copy" {
  title     = "Keep a copy of critical objects elsewhere"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "backups"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://www.digitalocean.com/reports/shared-responsibility-model-bcp"
  basis    = "derived"
  why      = "A bucket lives in one region and under one account; nothing is copied elsewhere unless you do it."
  remedy   = "Sync to a bucket in another region or at another provider, with a key that cannot delete there."
  question = "Is there a copy of what must not be lost outside this region and account?"
}

obligation "spaces-review" {
  title     = "Delete buckets that nothing needs"
  resources = ["digitalocean_spaces_bucket"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"        = ["ID.AM-08"]
    "nist-csf-1.1"        = ["PR.IP-6"]
    "cis-do-services-1.0" = ["5.7"]
  }
  basis    = "benchmark"
  why      = "A forgotten bucket keeps its data and its keys, and nobody looks at its logs."
  remedy   = "Name an owner and a purpose for each bucket, and go through the list twice a year."
  question = "Who owns this bucket, what is it for, and when was that last checked?"
}
