# Who gets at what is in Spaces: policies, CORS, access keys, objects.

# A bucket's domain begins with its name.
relation "edge" {
  from = ["digitalocean_spaces_bucket_policy", "digitalocean_spaces_bucket_object"]
  to   = ["digitalocean_cdn"]
  join {
    from  = bucket
    to    = origin
    match = "contains"
  }
}

obligation "spaces-object-acl" {
  title     = "Publish objects on purpose only"
  resources = ["digitalocean_spaces_bucket_object"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4"]
    "cis-do-services-1.0" = ["5.1"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis     = "stated"
  why       = "A public-read object can be fetched by anyone who guesses or finds its name."
  remedy    = "Set acl = \"private\"; serve what is public through a digitalocean_cdn of the bucket."
  addressed = self.acl == "private" || self.acl == "public-read" && length(related.edge) > 0
  gap       = "acl = \"${self.acl}\", and no digitalocean_cdn has its bucket as origin"
}

obligation "spaces-public-policy" {
  title     = "Grant nothing to everyone in the bucket policy"
  resources = ["digitalocean_spaces_bucket_policy"]
  layer     = "data"
  owner     = "customer"
  severity  = "critical"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4"]
    "cis-do-services-1.0" = ["5.1", "5.4"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_policy/"
  basis     = "derived"
  why       = "A statement that allows Principal \"*\" lets the whole internet do what it names: read, list or overwrite."
  remedy    = "Name principals, or narrow the statement by an aws:SourceIp condition; publish files through a digitalocean_cdn."
  addressed = !policy_grants_public(self.policy) || length(related.edge) > 0 && local.only_read
  gap       = "everyone is allowed ${join(", ", policy_public_actions(self.policy))}"
  locals {
    only_read = alltrue([for a in policy_public_actions(self.policy) : lower(a) == "s3:getobject"])
  }
}

obligation "spaces-cors-origins" {
  title     = "Let only known origins write from browsers"
  resources = ["digitalocean_spaces_bucket_cors_configuration", "digitalocean_spaces_bucket"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4"]
    "cis-do-services-1.0" = ["5.6"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_cors_configuration/"
  basis     = "benchmark"
  why       = "With origin * any site that a user visits may use the user's access to write or delete objects; reading of public files is no harm."
  remedy    = "List the origins of your application in rules that allow PUT, POST or DELETE."
  arises    = length(self.cors_rule) > 0
  addressed = !anytrue([for r in self.cors_rule : anytrue([for o in r.allowed_origins : can(regex("^[htps:/]*\\*$", o))]) && anytrue([for m in r.allowed_methods : contains(["PUT", "POST", "DELETE"], upper(m))])])
  gap       = "a cors_rule lets every origin (*) write"
}

obligation "spaces-key-scope" {
  title     = "Limit access keys to buckets"
  resources = ["digitalocean_spaces_key"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-05"]
    "nist-csf-1.1"        = ["PR.AC-4"]
    "cis-do-services-1.0" = ["5.1", "5.2"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis     = "stated"
  why       = "A key with full access opens every bucket of the team and may delete them."
  remedy    = "Add a grant per bucket with permission read, or readwrite where it writes."
  addressed = length(self.grant) > 0 && alltrue([for g in self.grant : g.permission != "fullaccess" && g.bucket != ""])
  gap       = length(self.grant) == 0 ? "no grant says which buckets it opens" : "a grant gives ${join(", ", distinct([for g in self.grant : g.permission if surely(g.permission == "fullaccess" || g.bucket == "")]))} to all buckets"
}

obligation "spaces-key-rotation" {
  title     = "Rotate access keys and delete unused ones"
  resources = ["digitalocean_spaces_key"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"        = ["PR.AA-01"]
    "nist-csf-1.1"        = ["PR.AC-1"]
    "cis-do-services-1.0" = ["5.2"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-spaces"
  basis    = "stated"
  why      = "Spaces keys have no expiry; one that leaked works until somebody deletes it."
  remedy   = "Replace each key on a schedule, and at once when somebody who knew it leaves."
  question = "Who uses this key, and when was it last replaced?"
}

obligation "spaces-object-secrets" {
  title     = "Upload no secrets"
  resources = ["digitalocean_spaces_bucket_object"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis     = "derived"
  why       = "An object is one wrong acl or one leaked key away from everyone, and its content stands in Terraform's state."
  remedy    = "Keep credentials in a secret store, and replace those that were uploaded."
  addressed = !has_secret(self.content) && !has_secret(self.content_base64) && !local.file
  gap       = local.file ? "key names a file that holds credentials" : "the content holds ${has_secret(self.content) ? secret_kind(self.content) : secret_kind(self.content_base64)}"
  locals {
    file = can(regex("(^|/)(\\.env|id_rsa|id_ed25519|id_ecdsa|kubeconfig|.+\\.(key|p12|pfx|kdbx|tfstate))$", lower(self.key)))
  }
}
