# Projects and tags: how resources are grouped, found and selected.

product "project" {
  title         = "Projects and tags"
  service_model = "SaaS"
  resources     = ["digitalocean_project", "digitalocean_project_resources", "digitalocean_tag"]
  basis         = "derived"
  layers = {
    identity         = "customer"
    people           = "customer"
    configuration    = "customer"
    application      = "digitalocean"
    runtime          = "digitalocean"
    operating_system = "digitalocean"
    availability     = "digitalocean"
    hypervisor       = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  inherited = ["The control panel and the API that keep projects and tags."]
}

# No obligation here asks for it: whether everything must be in a project is
# for an organisation to say, in rules of its own.
relation "project" {
  from = [
    "digitalocean_app",
    "digitalocean_database_cluster",
    "digitalocean_domain",
    "digitalocean_droplet",
    "digitalocean_floating_ip",
    "digitalocean_kubernetes_cluster",
    "digitalocean_loadbalancer",
    "digitalocean_reserved_ip",
    "digitalocean_reserved_ipv6",
    "digitalocean_spaces_bucket",
    "digitalocean_volume",
    "digitalocean_vpc",
  ]
  to = ["digitalocean_project", "digitalocean_project_resources"]
  join {
    from = urn
    to   = resources
  }
}

# What a tag lets in.
relation "database_firewall" {
  from = ["digitalocean_tag"]
  to   = ["digitalocean_database_firewall"]
  join {
    from = name
    to   = rule.value
  }
}

relation "load_balancer" {
  from = ["digitalocean_tag"]
  to   = ["digitalocean_loadbalancer"]
  join {
    from = name
    to   = droplet_tag
  }
}

obligation "project-environment" {
  title     = "Say which environment a project is"
  resources = ["digitalocean_project"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["ID.AM-02", "ID.AM-05"]
    "nist-csf-1.1" = ["ID.AM-2", "ID.AM-5"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/project/"
  basis     = "documented"
  why       = "In an incident it must be plain at once whether a resource is production."
  remedy    = "Set environment to Development, Staging or Production."
  addressed = is_set(self.environment, self.address)
  gap       = "environment is not set"
}

obligation "project-default" {
  title     = "Keep production out of the default project"
  resources = ["digitalocean_project"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "info"
  controls = {
    "nist-csf-2.0" = ["ID.AM-02"]
    "nist-csf-1.1" = ["ID.AM-2"]
  }
  basis     = "derived"
  why       = "Whatever is made without a project lands in the default one, experiments beside production."
  remedy    = "Make a project of its own for each environment and leave is_default = false on it."
  addressed = self.is_default != true
  gap       = "is_default = true"
}

obligation "tag-assignment" {
  title     = "Limit who may put a tag that lets in"
  resources = ["digitalocean_tag"]
  layer     = "identity"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis    = "derived"
  why      = "Where trusted sources or a load balancer select by tag, whoever may tag a Droplet lets it into the database or sends users to it."
  remedy   = "Give the right to tag to roles that may change trusted sources as well, and set tags in Terraform alone."
  arises   = length(related.database_firewall) + length(related.load_balancer) > 0
  question = "Who may put this tag on a Droplet, and would you let them change the trusted sources as well?"
}
