attest "account-two-factor" {
  by  = "security@example.com"
  how = "Single sign-on with hardware keys is required of every member, https://wiki.example.com/security/sign-in"
  on  = "2026-09-01"
}

attest "account-offboarding" {
  by    = "people@example.com"
  how   = "The leaver checklist names sign-in, tokens and SSH keys, https://wiki.example.com/people/leaving"
  on    = "2026-03-15"
  until = "2027-03-15"
}

attest "account-scoped-tokens" {
  by    = "former-admin@example.com"
  how   = "Reviewed by hand."
  on    = "2025-03-01"
  until = "2026-03-01"
}

attest "droplet-os-updates" {
  by  = "platform@example.com"
  how = "unattended-upgrades in the base image, reboots by kured, https://wiki.example.com/platform/patching"
  on  = "2026-10-12"
}

attest "droplet-ssh-hardening" {
  by  = "platform@example.com"
  how = "The base image passes the CIS benchmark in its pipeline, https://ci.example.com/images"
  on  = "2026-10-12"
}

attest "database-restore-test" {
  by  = "data@example.com"
  how = "Restored into staging each quarter, last on 2026-10-02, https://wiki.example.com/data/restore"
  on  = "2026-10-02"
}

waive "droplet-backups" {
  resources = ["digitalocean_droplet.web[1]", "digitalocean_droplet.web[2]", "module.worker.**"]
  by        = "platform@example.com"
  reason    = "Stateless, rebuilt from the image within minutes."
  until     = "2027-01-31"
}

waive "loadbalancer-backend-encryption" {
  resources = ["digitalocean_loadbalancer.public"]
  by        = "platform@example.com"
  reason    = "The VPC has no other tenant; the service mesh comes in spring."
  until     = "2027-04-30"
}
