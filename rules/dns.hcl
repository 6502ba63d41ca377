# DNS zones and their records.

product "dns" {
  title         = "DNS"
  service_model = "SaaS"
  resources     = ["digitalocean_domain", "digitalocean_record"]
  basis         = "derived"
  layers = {
    data             = "customer"
    identity         = "customer"
    configuration    = "customer"
    application      = "digitalocean"
    runtime          = "digitalocean"
    operating_system = "digitalocean"
    availability     = "digitalocean"
    hypervisor       = "digitalocean"
    physical_network = "digitalocean"
    facility         = "digitalocean"
  }
  inherited = [
    "Name servers, their anycast network and their protection from floods.",
    "Software and operating system of the name servers.",
  ]
}

relation "record" {
  from = ["digitalocean_domain"]
  to   = ["digitalocean_record"]
  join {
    from = name
    to   = domain
  }
}

# What a record points to.
relation "droplet" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_droplet"]
  join {
    from = value
    to   = ipv4_address
  }
  join {
    from = value
    to   = ipv6_address
  }
}

# The Droplet whose address in its VPC a record points to.
relation "private_droplet" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_droplet"]
  join {
    from = value
    to   = ipv4_address_private
  }
}

relation "load_balancer" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_loadbalancer"]
  join {
    from = value
    to   = ip
  }
  join {
    from = value
    to   = ipv6
  }
}

relation "reserved_ip" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_reserved_ip", "digitalocean_floating_ip"]
  join {
    from = value
    to   = ip_address
  }
}

relation "reserved_ipv6" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_reserved_ipv6"]
  join {
    from = value
    to   = ip
  }
}

obligation "dns-caa" {
  title     = "Say with CAA who may issue certificates"
  resources = ["digitalocean_domain"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["PR.DS-02", "PR.AA-01"]
    "nist-csf-1.1" = ["PR.DS-2", "PR.AC-1"]
  }
  basis     = "derived"
  why       = "Without a CAA record every certificate authority may issue for the domain."
  remedy    = "Add a digitalocean_record of type CAA with tag issue and the authority in use, such as letsencrypt.org."
  addressed = anytrue([for r in related.record : upper(r.type) == "CAA"])
  gap       = "no digitalocean_record of type CAA belongs to ${self.name}"
}

obligation "dns-mail-authentication" {
  title     = "Publish SPF and DMARC for a mail domain"
  resources = ["digitalocean_domain"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.AA-03", "PR.DS-02"]
    "nist-csf-1.1" = ["PR.AC-7", "PR.DS-2"]
  }
  basis  = "derived"
  why    = "Without SPF and DMARC anyone can send mail in the domain's name, and `+all` in SPF allows just that."
  remedy = "Add a TXT record v=spf1 ending in -all or ~all, a TXT record _dmarc with v=DMARC1 and a policy, and DKIM as the mail service says."
  locals {
    # A name is one in the zone (@, news), or whole with a dot at its end (news.example.com.).
    zone = ".${lower(self.name)}."
    records = [for r in related.record : {
      type  = upper(r.type)
      name  = r.name == "@" ? "" : trimsuffix(lower(".${r.name}"), local.zone)
      value = lower(r.value)
    }]
    mail  = [for r in local.records : r.name if r.type == "MX"]
    texts = [for r in local.records : merge(r, { spf = strcontains(r.value, "v=spf1") }) if r.type == "TXT"]
    dmarc = [for r in local.texts : r.name == "._dmarc" && strcontains(r.value, "v=dmarc1")]
    # An alias or a zone of its own leaves the policy to whoever looks after DMARC.
    elsewhere = [for r in local.records : r.name == "._dmarc" && contains(["CNAME", "NS"], r.type)]
    has_dmarc = anytrue(local.dmarc) || anytrue(local.elsewhere)
    open      = [for r in local.texts : can(regex("v=spf1\\s(.*\\s)?\\+?all\\b", r.value))]
    # Each name that takes mail has an SPF of its own. A text that is unknown may be that of any.
    spf_names   = [for r in local.texts : r.name if surely(r.spf)]
    spf_perhaps = anytrue([for r in local.texts : !surely(r.spf) && r.spf])
    with_spf    = [for name in local.mail : contains(local.spf_names, name) || local.spf_perhaps]
    without_spf = [for name in local.mail : name == "" ? "@" : trimprefix(name, ".") if !surely(contains(local.spf_names, name) || local.spf_perhaps)]
  }
  arises    = anytrue([for r in local.records : r.type == "MX"])
  addressed = alltrue(local.with_spf) && !anytrue(local.open) && local.has_dmarc
  gap = "${self.name} takes mail (it has MX records), but ${join(" and ", concat(
    surely(alltrue(local.with_spf)) ? [] : ["has no TXT record with v=spf1 for ${join(", ", toset(local.without_spf))}"],
    surely(anytrue(local.open)) ? ["its SPF allows everyone (+all)"] : [],
    surely(local.has_dmarc) ? [] : ["has no TXT record _dmarc with v=DMARC1"],
  ))}"
}

obligation "dns-dangling-records" {
  title     = "Remove records whose target is gone"
  resources = ["digitalocean_domain"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["ID.AM-08", "PR.PS-01"]
    "nist-csf-1.1" = ["PR.DS-3", "PR.IP-6", "PR.IP-1"]
  }
  basis    = "derived"
  why      = "A record that points to a released address or a deleted service lets whoever gets that target speak in your name."
  remedy   = "Set record values from the resources they point to, delete records together with their target, and look through the zone regularly."
  question = "Who looks for records of this zone whose target no longer exists, and how often?"
}

obligation "dns-registrar" {
  title     = "Guard the domain at its registrar"
  resources = ["digitalocean_domain"]
  layer     = "identity"
  owner     = "customer"
  severity  = "high"
  controls = {
    "nist-csf-2.0" = ["PR.AA-01", "GV.SC-07"]
    "nist-csf-1.1" = ["PR.AC-1", "ID.SC-2", "ID.SC-4"]
  }
  basis    = "derived"
  why      = "DigitalOcean serves the zone but does not register the name: who gets into the registrar's account moves the whole domain away."
  remedy   = "Turn on two-factor sign-in, transfer lock and automatic renewal at the registrar."
  question = "Are two-factor sign-in, transfer lock and automatic renewal on at the registrar of this domain?"
}

obligation "dns-internal-addresses" {
  title     = "Keep internal addresses out of public DNS"
  resources = ["digitalocean_record"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  controls = {
    "nist-csf-2.0" = ["ID.AM-03", "PR.DS-10"]
    "nist-csf-1.1" = ["ID.AM-3", "PR.DS-5"]
  }
  basis  = "derived"
  why    = "Private addresses in a public zone tell an attacker how the network is laid out, and clients elsewhere send their requests to whatever has that address there."
  remedy = "Keep names of private hosts in a private resolver."
  locals {
    # What the addresses of resources are is known before they exist.
    networks = [for l in related.load_balancer : upper(coalesce(l.network, "EXTERNAL"))]
    public   = length(related.droplet) + length(related.reserved_ip) + length(related.reserved_ipv6) > 0 || anytrue([for n in local.networks : n != "INTERNAL"])
    private  = length(related.private_droplet) > 0 || anytrue([for n in local.networks : n == "INTERNAL"])
  }
  arises    = contains(["A", "AAAA"], upper(self.type))
  addressed = local.public || !(local.private || is_private_ip(self.value))
  gap = "${self.name} (${self.type}) points to the private address ${
    surely(is_private_ip(self.value)) ? self.value : "of ${length(related.private_droplet) > 0 ? names(related.private_droplet) : names(related.load_balancer)}"
  }"
}
