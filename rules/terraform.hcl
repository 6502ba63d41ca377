# Terraform itself: state, versions and secrets, once per root module.

product "terraform" {
  title         = "Terraform"
  service_model = "SaaS"
  resources     = ["terraform"]
  basis         = "derived"
  layers = {
    data          = "customer"
    identity      = "customer"
    people        = "customer"
    application   = "customer"
    configuration = "customer"
    monitoring    = "customer"
  }
}

obligation "terraform-literal-secrets" {
  title     = "Write no credentials in the configuration"
  resources = ["terraform"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.AC-1", "PR.DS-1"]
  }
  basis     = "derived"
  why       = "A token or password in the code is in each clone, each fork and the whole history of the repository."
  remedy    = "Take it from the environment (DIGITALOCEAN_TOKEN, SPACES_ACCESS_KEY_ID, SPACES_SECRET_ACCESS_KEY), a sensitive variable or a secret store, and replace the one that was written down."
  addressed = length(elements(self.literal_secrets)) == 0
  gap       = "written as a literal: ${join(", ", elements(self.literal_secrets))}"
}

obligation "terraform-remote-state" {
  title     = "Keep state in a shared backend"
  resources = ["terraform"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-05"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-4"]
  }
  basis     = "derived"
  why       = "State holds database passwords, private keys and kubeconfigs in clear. On a laptop or in the repository it is read by the wrong people, lost, or changed by two at once."
  remedy    = "Add a backend block for an encrypted and locked store, such as s3 (Spaces too), or a cloud block."
  addressed = !contains(["", "local"], coalesce(self.backend, "local"))
  gap       = "state is kept in a local file"
}

obligation "terraform-state-access" {
  title     = "Limit who may read the state"
  resources = ["terraform"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.DS-1"]
  }
  basis    = "derived"
  why      = "Who reads the state has every credential in it, whatever their role in DigitalOcean is."
  remedy   = "Grant the backend's bucket or workspace to pipelines and few people, encrypt it, keep versions, and log who reads it."
  question = "Who may read the state of this module, is it encrypted, locked and versioned, and who checks?"
}

obligation "terraform-provider-versions" {
  title     = "Pin the versions of providers"
  resources = ["terraform"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01", "GV.SC-07"]
    "nist-csf-1.1" = ["PR.IP-1", "ID.SC-2", "ID.SC-4"]
  }
  basis     = "derived"
  why       = "Without a lock file or a constraint the next run takes whatever version is newest, with your token."
  remedy    = "Commit .terraform.lock.hcl, and give each provider a version in required_providers."
  addressed = self.lock_file == true || length(elements(self.providers)) > 0 && alltrue([for p in elements(self.providers) : p.version != null])
  gap       = "there is no .terraform.lock.hcl, and not every provider has a version"
}

obligation "terraform-module-versions" {
  title     = "Pin the versions of modules"
  resources = ["terraform"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01", "GV.SC-07"]
    "nist-csf-1.1" = ["PR.IP-1", "ID.SC-2", "ID.SC-4"]
  }
  basis     = "derived"
  why       = "A module without a version runs whatever its author pushed last, and the lock file does not cover modules."
  remedy    = "Set version on registry modules, and ref to a tag or a commit on git ones."
  arises    = anytrue([for m in elements(self.modules) : m.local != true])
  addressed = alltrue([for m in elements(self.modules) : m.local == true || m.version != null])
  gap       = "no version: ${join(", ", [for m in elements(self.modules) : "module.${m.name}" if !surely(m.local == true || m.version != null)])}"
}

obligation "terraform-secret-outputs" {
  title     = "Mark outputs with credentials as sensitive"
  resources = ["terraform"]
  layer     = "data"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis     = "derived"
  why       = "An output that is not sensitive is printed at the end of each apply, into the pipeline's log."
  remedy    = "Add sensitive = true to the output, or remove it."
  addressed = length(elements(self.secret_outputs)) == 0
  gap       = "not marked sensitive: ${join(", ", elements(self.secret_outputs))}"
}

obligation "terraform-change-review" {
  title     = "Review plans before they are applied"
  resources = ["terraform"]
  layer     = "people"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.RA-07", "PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-3", "PR.IP-1"]
  }
  basis    = "derived"
  why      = "One wrong line can open a firewall or delete a database, and a second reader sees it."
  remedy   = "Apply from a pipeline alone, from protected branches, after somebody else has read the plan."
  question = "Who reads the plan before it is applied, and can anyone apply without?"
}

obligation "terraform-drift" {
  title     = "Notice changes made outside Terraform"
  resources = ["terraform"]
  layer     = "monitoring"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01", "DE.CM-09"]
    "nist-csf-1.1" = ["PR.IP-1", "DE.CM-4", "DE.CM-7"]
  }
  basis    = "derived"
  why      = "A rule that was opened by hand in the control panel stays until someone compares."
  remedy   = "Run terraform plan on a schedule, and let it alert when it is not empty."
  question = "What compares this configuration with the account, and how often?"
}

obligation "stateful-prevent-destroy" {
  title = "Guard data against terraform destroy"
  resources = [
    "digitalocean_database_cluster",
    "digitalocean_volume",
    "digitalocean_spaces_bucket",
    "digitalocean_nfs",
    "digitalocean_vector_database",
    "digitalocean_kubernetes_cluster",
    "digitalocean_domain",
  ]
  layer    = "data"
  owner    = "customer"
  severity = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.IP-4", "PR.DS-1"]
  }
  basis     = "derived"
  why       = "A renamed attribute or a changed region makes Terraform replace the resource, and the data goes with it."
  remedy    = "Add lifecycle { prevent_destroy = true }."
  addressed = lifecycle.prevent_destroy == true
  gap       = "lifecycle has no prevent_destroy = true"
}
