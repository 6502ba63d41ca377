# Where an app's code and images come from, and functions in apps.

obligation "app-image-pinned" {
  title     = "Deploy a fixed image, not latest"
  resources = ["digitalocean_app"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-05", "ID.RA-09"]
    "nist-csf-1.1" = ["PR.DS-8"]
  }
  source = "https://docs.digitalocean.com/reference/terraform/reference/resources/app/"
  basis  = "documented"
  why    = "latest, which is what an unset tag means, is whatever was pushed last: nobody reviewed it, and a rollback cannot name what ran before."
  remedy = "Set digest, or a tag that is never moved."
  locals {
    images = flatten([for s in self.spec : [for c in flatten([s.service, s.worker, s.job]) : c.image]])
    loose = [for i in local.images :
      !is_set(i.digest, self.address) && contains(["", "latest"], coalesce(i.tag, "latest"))
    ]
  }
  arises    = length(local.images) > 0
  addressed = !anytrue(local.loose)
  gap       = "no digest and tag latest: ${join(", ", [for n, i in local.images : i.repository if surely(local.loose[n])])}"
}

obligation "app-source-https" {
  title     = "Clone the app's code over HTTPS"
  resources = ["digitalocean_app"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["ID.RA-09"]
    "nist-csf-1.1" = ["PR.DS-8"]
  }
  basis  = "derived"
  why    = "Who can change code on its way to the build runs in the app."
  remedy = "Use an https clone URL, or better a github, gitlab or bitbucket block for a repository of your own."
  locals {
    urls = flatten([for s in self.spec : [
      for c in flatten([s.service, s.worker, s.job, s.function, s.static_site]) : [for g in c.git : coalesce(g.repo_clone_url, "")]
    ]])
  }
  arises    = length(local.urls) > 0
  addressed = alltrue([for u in local.urls : startswith(lower(u), "https://")])
  gap       = "not an https address: ${join(", ", [for u in local.urls : u if !surely(startswith(lower(u), "https://"))])}"
}

obligation "app-auto-deploy" {
  title     = "Guard what deploys by itself"
  resources = ["digitalocean_app"]
  layer     = "application"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-06", "ID.RA-07"]
    "nist-csf-1.1" = ["PR.IP-2", "PR.IP-3"]
  }
  basis  = "derived"
  why    = "With deploy_on_push, who may push to the branch or the registry may change what runs, with nobody in between."
  remedy = "Protect the branch with reviews and checks, limit who may push images, or deploy from a pipeline."
  locals {
    components = flatten([for s in self.spec : [s.service, s.worker, s.job, s.function, s.static_site]])
    images     = flatten([for s in self.spec : [for c in flatten([s.service, s.worker, s.job]) : c.image]])
    pushes = flatten([
      [for c in local.components : [for g in c.github : coalesce(g.deploy_on_push, false)]],
      [for c in local.components : [for g in c.gitlab : coalesce(g.deploy_on_push, false)]],
      [for c in local.components : [for g in c.bitbucket : coalesce(g.deploy_on_push, false)]],
      [for i in local.images : is_set(i.deploy_on_push, self.address) && anytrue([for d in i.deploy_on_push : coalesce(d.enabled, false)])],
    ])
  }
  arises   = anytrue(local.pushes)
  question = "Who may push to what this app deploys, and which reviews and checks stand before it?"
}

obligation "app-base-image" {
  title     = "Keep base images and runtimes current"
  resources = ["digitalocean_app"]
  layer     = "runtime"
  owner     = "shared"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.PS-02"]
    "nist-csf-1.1" = ["PR.IP-12"]
  }
  basis  = "derived"
  why    = "DigitalOcean updates the buildpacks, not the base image of a Dockerfile or a prebuilt image; those age until they are rebuilt."
  remedy = "Rebuild on a schedule from a supported base image, and let a bot raise its version."
  locals {
    images     = flatten([for s in self.spec : [for c in flatten([s.service, s.worker, s.job]) : c.image]])
    components = flatten([for s in self.spec : [s.service, s.worker, s.job, s.static_site]])
  }
  arises   = length(local.images) > 0 || anytrue([for c in local.components : coalesce(c.dockerfile_path, "") != ""])
  question = "How often are the images of this app rebuilt on an updated base image?"
}

obligation "app-function-authentication" {
  title     = "Ask callers of functions who they are"
  resources = ["digitalocean_app"]
  layer     = "application"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-03"]
    "nist-csf-1.1" = ["PR.AC-7"]
  }
  source   = "https://www.digitalocean.com/security/shared-responsibility-model-functions"
  basis    = "stated"
  why      = "A web function answers everyone on the internet unless project.yml or the code asks for a key."
  remedy   = "Set webSecure in project.yml or check a token in the function, and attest to it."
  arises   = anytrue([for s in self.spec : length(s.function) > 0])
  question = "Which functions of this app are public on purpose, and what do the others ask for?"
}
