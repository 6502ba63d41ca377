# SSH keys of the account, which Droplets are created with.

product "ssh_key" {
  title         = "SSH keys"
  service_model = "SaaS"
  resources     = ["digitalocean_ssh_key"]
  guide         = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis         = "stated"
  layers = {
    identity     = "customer"
    people       = "customer"
    application  = "digitalocean"
    availability = "digitalocean"
    facility     = "digitalocean"
  }
  inherited = ["Storage of public keys and their installation on new Droplets."]
}

relation "droplet" {
  from = ["digitalocean_ssh_key"]
  to   = ["digitalocean_droplet"]
  join {
    from = id
    to   = ssh_keys
  }
  join {
    from = fingerprint
    to   = ssh_keys
  }
}

relation "pool" {
  from = ["digitalocean_ssh_key"]
  to   = ["digitalocean_droplet_autoscale"]
  join {
    from = id
    to   = droplet_template.ssh_keys
  }
  join {
    from = fingerprint
    to   = droplet_template.ssh_keys
  }
}

obligation "ssh-key-strength" {
  title     = "Use strong SSH keys"
  resources = ["digitalocean_ssh_key"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-01"]
    "nist-csf-1.1"           = ["PR.AC-1"]
    "cis-do-foundations-1.0" = ["2.3"]
  }
  basis     = "derived"
  why       = "DSA and short RSA keys can be broken, and RSA below 3072 bits falls under the 128 bits of security that keys made today should have."
  remedy    = "Make an Ed25519 key (ssh-keygen -t ed25519), on a hardware token if there is one."
  addressed = ssh_key_strength(self.public_key) >= 128
  gap       = "public_key is ${ssh_key_kind(self.public_key)}"
}

obligation "ssh-key-owner" {
  title     = "Know whose key it is and where its private half lies"
  resources = ["digitalocean_ssh_key"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-01", "PR.AA-05"]
    "nist-csf-1.1"           = ["PR.AC-1", "PR.AC-4"]
    "cis-do-foundations-1.0" = ["2.3"]
  }
  source   = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis    = "stated"
  why      = "A shared key cannot be taken back from one person, and one that Terraform generated lies in its state."
  remedy   = "Give every person and robot a key of its own, named after its owner and made on the owner's machine."
  question = "Who holds the private half of this key, and how is it protected?"
}

obligation "ssh-key-unused" {
  title     = "Delete SSH keys that nothing uses"
  resources = ["digitalocean_ssh_key"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0"           = ["PR.AA-01"]
    "nist-csf-1.1"           = ["PR.AC-1"]
    "cis-do-services-1.0"    = ["2.8"]
    "cis-do-foundations-1.0" = ["2.3"]
  }
  source    = "https://digitalocean.com/security/product-security-hardening-guides-for-droplet"
  basis     = "stated"
  why       = "A key that lies about in the account gets onto the next Droplet by a click."
  remedy    = "Remove it, or check the plan of the Droplets that use it together with this one."
  addressed = length(related.droplet) > 0 || length(related.pool) > 0
  gap       = "no Droplet or autoscale pool here lists it"
}
