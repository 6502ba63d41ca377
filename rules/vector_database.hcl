# Managed vector databases (Weaviate).

product "vector_database" {
  title         = "Vector databases"
  service_model = "PaaS"
  resources     = ["digitalocean_vector_database"]
  basis         = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    configuration         = "customer"
    runtime               = "shared"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "digitalocean"
    encryption_at_rest    = "digitalocean"
    backups               = "shared"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "runtime" {
    customer     = "Chooses the engine's version where it matters, and keeps its clients fit for new ones."
    digitalocean = "Runs the engine and upgrades it."
  }
  shared "network_controls" {
    customer     = "Keeps keys and endpoints among the clients that need them."
    digitalocean = "Runs the endpoints and keeps everything else closed."
  }
  shared "backups" {
    customer     = "Tests restores, and keeps the source of the data or copies for longer."
    digitalocean = "Makes a backup each day and keeps it for seven days."
  }
  inherited = [
    "Operating system and hosts of the database.",
    "Physical security of the data centres.",
  ]
}

obligation "vector-database-access" {
  title     = "Limit who can query the vector database"
  resources = ["digitalocean_vector_database"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-03", "PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-7", "PR.AC-5", "PR.PT-4"]
  }
  source   = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/vector_database.md"
  basis    = "derived"
  why      = "The provider has no trusted sources for the HTTP and gRPC endpoints: the API key alone stands before the data."
  remedy   = "Hand the key to the services that need it, through a secret store, and rotate it."
  question = "Who holds the API keys of this vector database, and when were they last rotated?"
}

obligation "vector-database-recovery" {
  title     = "Be able to rebuild the vector database"
  resources = ["digitalocean_vector_database"]
  layer     = "backups"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-11"]
    "nist-csf-1.1" = ["PR.IP-4"]
  }
  source   = "https://docs.digitalocean.com/products/vector-databases/weaviate/details/features/"
  basis    = "derived"
  why      = "DigitalOcean keeps daily backups for seven days: what is found damaged later must be indexed again from its source, which takes time and money."
  remedy   = "Restore a backup for a test, and keep the source data with a job that indexes it again, or export the collections."
  question = "From what, and in what time, would this vector database be rebuilt, and when was that last tried?"
}

obligation "vector-database-auto-schema" {
  title     = "Define the schema yourself"
  resources = ["digitalocean_vector_database"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.PS-01"]
    "nist-csf-1.1" = ["PR.IP-1"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/vector_database.md"
  basis     = "derived"
  why       = "With auto-schema any writer makes new collections and properties, by mistake too."
  remedy    = "Set enable_auto_schema = false in config, create collections on purpose, and see after apply that it holds: the provider's client leaves false out of what it sends."
  addressed = anytrue([for c in self.config : c.enable_auto_schema == false])
  gap       = "enable_auto_schema is not false"
}
