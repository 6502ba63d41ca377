# Gradient AI: agents, their keys, routes and functions. Knowledge bases and
# custom models are in gradient_ai_data.hcl.

product "gradient_ai" {
  title         = "Gradient AI Platform"
  service_model = "PaaS"
  resources = [
    "digitalocean_gradientai_agent",
    "digitalocean_gradientai_agent_knowledge_base_attachment",
    "digitalocean_gradientai_agent_route",
    "digitalocean_gradientai_custom_model",
    "digitalocean_gradientai_function",
    "digitalocean_gradientai_indexing_job_cancel",
    "digitalocean_gradientai_knowledge_base",
    "digitalocean_gradientai_knowledge_base_data_source",
    "digitalocean_gradientai_openai_api_key",
  ]
  basis = "derived"
  layers = {
    data                  = "customer"
    identity              = "customer"
    people                = "customer"
    application           = "customer"
    configuration         = "shared"
    runtime               = "digitalocean"
    operating_system      = "digitalocean"
    network_controls      = "shared"
    encryption_in_transit = "digitalocean"
    encryption_at_rest    = "digitalocean"
    availability          = "digitalocean"
    hypervisor            = "digitalocean"
    physical_network      = "digitalocean"
    facility              = "digitalocean"
  }
  shared "configuration" {
    customer     = "Attaches guardrails and chooses models, instructions and retrieval settings."
    digitalocean = "Offers guardrails against leaks of sensitive data, jailbreaks and harmful content, and runs them where attached."
  }
  shared "network_controls" {
    customer     = "Decides whether an agent is public, and in which VPC a knowledge base's database is."
    digitalocean = "Serves the endpoints and keeps customers apart."
  }
  inherited = [
    "Hosting of the models and isolation between customers.",
    "The engine that runs guardrails.",
    "Hosts, GPUs and data centres.",
  ]
}

obligation "agent-visibility" {
  title     = "Make the agent public only on purpose"
  resources = ["digitalocean_gradientai_agent"]
  layer     = "network_controls"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05", "PR.IR-01"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.AC-5", "PR.PT-4"]
  }
  source = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/gradientai.md"
  basis  = "documented"
  why    = "Everyone may question a public agent, about all that its knowledge bases hold and through all functions it may call."
  remedy = "Set visibility = \"VISIBILITY_PRIVATE\" in the deployment block."
  locals {
    visibilities = [for d in self.deployment : coalesce(d.visibility, "VISIBILITY_UNKNOWN")]
  }
  addressed = length(local.visibilities) > 0 && alltrue([for v in local.visibilities : v == "VISIBILITY_PRIVATE"])
  gap       = surely(length(local.visibilities) == 0) ? "no deployment block says that the agent is private" : "visibility is ${join(", ", local.visibilities)}"
}

obligation "agent-guardrails" {
  title     = "Attach guardrails to the agent"
  resources = ["digitalocean_gradientai_agent"]
  layer     = "configuration"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-10", "PR.PS-01"]
    "nist-csf-1.1" = ["PR.DS-5", "PR.IP-1"]
  }
  basis     = "documented"
  why       = "Without guardrails nothing stands between a crafted prompt and an answer with personal data or harmful content."
  remedy    = "Add agent_guardrail blocks for sensitive data, jailbreak and content moderation."
  addressed = length(self.agent_guardrail) > 0
  gap       = "no agent_guardrail block"
}

obligation "agent-instruction-secrets" {
  title     = "Keep secrets out of the agent's instruction"
  resources = ["digitalocean_gradientai_agent"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  basis     = "derived"
  why       = "Users can make an agent repeat its instruction, with every password in it."
  remedy    = "Let functions fetch what they need with credentials of their own."
  addressed = !has_secret(self.instruction)
  gap       = "instruction holds ${secret_kind(self.instruction)}"
}

obligation "ai-provider-keys" {
  title     = "Keep model providers' keys out of plans"
  resources = ["digitalocean_gradientai_openai_api_key"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  basis     = "documented"
  why       = "The provider does not treat the key as sensitive: a literal or an ordinary variable is printed by every plan, and who reads it spends on your account."
  remedy    = "Take the key from a variable with sensitive = true or from a secret store."
  addressed = issensitive(self.api_key)
  gap       = "api_key does not come from a sensitive value"
}

obligation "agent-keys" {
  title     = "Keep the agent's keys out of plans"
  resources = ["digitalocean_gradientai_agent"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-1", "PR.AC-1"]
  }
  basis  = "documented"
  why    = "The provider does not treat the keys in an agent's blocks as sensitive: a literal or an ordinary variable is printed by every plan."
  remedy = "Take the keys from variables with sensitive = true or from a secret store."
  locals {
    keys = concat(
      [for k in self.api_keys : k.api_key],
      [for k in self.api_key_infos : k.secret_key],
      [for f in self.functions : f.api_key],
    )
    given = [for k in local.keys : is_set(k, self.address)]
  }
  arises    = anytrue(local.given)
  addressed = alltrue([for i, k in local.keys : !local.given[i] || issensitive(k)])
  gap       = "a key in api_keys, api_key_infos or functions does not come from a sensitive value"
}

obligation "agent-function-authorisation" {
  title     = "Let functions check who asks and what"
  resources = ["digitalocean_gradientai_function"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05", "PR.PS-06"]
    "nist-csf-1.1" = ["PR.AC-4", "PR.IP-2"]
  }
  basis    = "derived"
  why      = "The model decides when to call the function and with which input, and a crafted prompt decides for the model."
  remedy   = "Check in the function that the user may do what is asked, validate each input, and keep its credentials narrow."
  question = "What does this function check before it acts, and what could a crafted prompt make it do?"
}

obligation "function-access-keys" {
  title     = "Use personal, expiring keys for functions"
  resources = ["digitalocean_gradientai_function"]
  layer     = "identity"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01"]
    "nist-csf-1.1" = ["PR.AC-1"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model-functions"
  basis    = "documented"
  why      = "A shared key to the functions namespace works for whoever has it, long after they have left."
  remedy   = "Make access keys per user with a time to live, and delete old ones."
  question = "Who has access keys to the function's namespace, and when do they expire?"
}

obligation "agent-route-trust" {
  title     = "Do not route from public agents to private ones"
  resources = ["digitalocean_gradientai_agent_route"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-05"]
    "nist-csf-1.1" = ["PR.AC-4"]
  }
  basis    = "derived"
  why      = "Through a route each user of the parent agent reaches what the child knows and may do."
  remedy   = "Route only between agents for the same users, or split them."
  question = "May all users of the parent agent have everything that the child agent can tell and do?"
}

obligation "agent-evaluation" {
  title     = "Evaluate the agent before users get it"
  resources = ["digitalocean_gradientai_agent"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-06", "ID.RA-01"]
    "nist-csf-1.1" = ["PR.IP-2", "ID.RA-1", "DE.CM-8"]
  }
  basis    = "derived"
  why      = "A change of model, instruction or data changes answers in ways that no diff shows."
  remedy   = "Keep test prompts, hostile ones among them, and run them before each release."
  question = "Which evaluation does a new version of this agent pass before users get it?"
}

obligation "ai-data-privacy" {
  title     = "Review the terms for data sent to models"
  resources = ["digitalocean_gradientai_agent", "digitalocean_dedicated_inference"]
  layer     = "people"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["GV.OC-03", "GV.SC-07"]
    "nist-csf-1.1" = ["ID.GV-3", "ID.SC-2", "ID.SC-4"]
  }
  basis    = "documented"
  why      = "Prompts and documents go to models of several makers, each with its own terms on keeping and using them."
  remedy   = "Read the terms for the models in use, and record which kinds of data may be sent."
  question = "Who reviewed the data terms of the models in use, when, and which data may be sent to them?"
}
