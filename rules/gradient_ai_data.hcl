# What Gradient AI agents know: knowledge bases and custom models.

obligation "knowledge-base-private" {
  title     = "Keep the knowledge base private"
  resources = ["digitalocean_gradientai_knowledge_base"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/gradientai.md"
  basis     = "documented"
  why       = "A public knowledge base gives everyone what was indexed."
  remedy    = "Remove is_public or set it to false."
  addressed = !coalesce(self.is_public, false)
  gap       = "is_public = true"
}

obligation "knowledge-base-content" {
  title = "Index only what the agent's users may see"
  resources = [
    "digitalocean_gradientai_knowledge_base",
    "digitalocean_gradientai_knowledge_base_data_source",
    "digitalocean_gradientai_agent_knowledge_base_attachment",
  ]
  layer    = "data"
  owner    = "customer"
  severity = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05", "ID.AM-07"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis    = "derived"
  why      = "An agent tells each user whatever its knowledge bases hold; it knows no permissions on single documents."
  remedy   = "Keep a knowledge base for each group of readers, and attach it only to agents for that group."
  question = "May every user of every agent with this knowledge base read all that is indexed in it?"
}

obligation "knowledge-base-vpc" {
  title     = "Put the knowledge base's database into your VPC"
  resources = ["digitalocean_gradientai_knowledge_base"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-5", "PR.PT-4"]
  }
  source    = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/gradientai.md"
  basis     = "documented"
  why       = "The indexed text lies in an OpenSearch cluster, which is best reached from your own network alone."
  remedy    = "Set vpc_uuid."
  addressed = is_set(self.vpc_uuid, self.address)
  gap       = "vpc_uuid is not set"
}

obligation "knowledge-base-crawler-scope" {
  title     = "Limit what the knowledge base's crawler takes in"
  resources = ["digitalocean_gradientai_knowledge_base"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-8", "PR.DS-1"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/gradientai.md"
  basis  = "derived"
  why    = "Whoever writes on a crawled page writes into the agent's knowledge, instructions for it included."
  remedy = "Set crawling_option to SCOPED or PATH, on sites that you trust."
  locals {
    options = flatten([
      for d in self.datasources : [for c in d.web_crawler_data_source : coalesce(c.crawling_option, "UNKNOWN")]
    ])
  }
  arises    = length(local.options) > 0
  addressed = alltrue([for o in local.options : contains(["SCOPED", "PATH"], o)])
  gap       = "crawling_option is ${join(", ", local.options)}"
}

obligation "data-source-crawler-scope" {
  title     = "Limit what the data source's crawler takes in"
  resources = ["digitalocean_gradientai_knowledge_base_data_source"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09", "PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-8", "PR.DS-1"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/gradientai.md"
  basis  = "derived"
  why    = "Whoever writes on a crawled page writes into the agent's knowledge, instructions for it included."
  remedy = "Set crawling_option to SCOPED or PATH, on sites that you trust."
  locals {
    options = [for c in self.web_crawler_data_source : coalesce(c.crawling_option, "UNKNOWN")]
  }
  arises    = length(local.options) > 0
  addressed = alltrue([for o in local.options : contains(["SCOPED", "PATH"], o)])
  gap       = "crawling_option is ${join(", ", local.options)}"
}

obligation "custom-model-commit" {
  title     = "Pin the custom model to a commit"
  resources = ["digitalocean_gradientai_custom_model"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09"]
    "nist-csf-1.1" = ["PR.DS-8"]
  }
  basis     = "documented"
  why       = "A model repository can change at any time, and with it what the model answers."
  remedy    = "Set commit_sha in source_ref to the commit that you evaluated."
  arises    = anytrue([for r in self.source_ref : is_set(r.repo_id, self.address)])
  addressed = alltrue([for r in self.source_ref : is_set(r.commit_sha, self.address)])
  gap       = "source_ref has no commit_sha"
}
