# Settings of MongoDB clusters.

obligation "mongodb-write-concern" {
  title     = "Have writes acknowledged by a majority"
  resources = ["digitalocean_database_mongodb_config"]
  layer     = "configuration"
  owner     = "customer"
  severity  = "medium"
  controls = {
    "nist-csf-2.0" = ["PR.DS-01"]
    "nist-csf-1.1" = ["PR.DS-1"]
  }
  source    = "https://docs.digitalocean.com/reference/terraform/reference/resources/database_mongodb_config/"
  basis     = "documented"
  why       = "A write that one node or none has acknowledged is lost when the primary fails before it is replicated."
  remedy    = "Leave default_write_concern unset or set it to majority."
  addressed = !is_set(self.default_write_concern, self.address) || !contains(["0", "1"], coalesce(self.default_write_concern, "majority"))
  gap       = "default_write_concern is ${self.default_write_concern}"
}
