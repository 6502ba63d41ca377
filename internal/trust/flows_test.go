package trust

// sensitiveFlows takes sensitive values to where they are not expected.
const sensitiveFlows = `
terraform {
  required_providers {
    digitalocean = {
      source = "digitalocean/digitalocean"
    }
  }
}
provider "digitalocean" {
  token             = "CANARYtoken"
  spaces_secret_key = "CANARYspaces"
}
variable "secret" {
  type      = string
  sensitive = true
  default   = "CANARYdefault"
}
variable "from_environment" {
  sensitive = true
}
variable "list" {
  type    = list(string)
  default = ["a"]
}
variable "numbers" {
  type      = number
  sensitive = true
  default   = 1
}
locals {
  derived = { list = [upper(var.secret), "x-${var.secret}"], text = base64encode(var.secret) }
}
resource "digitalocean_tag" "flow" {
  name = var.secret
}
resource "digitalocean_droplet" "flow" {
  name     = "web-${var.secret}"
  image    = "ubuntu-${var.from_environment}"
  region   = local.derived.list[1]
  size     = var.secret
  tags     = [var.secret, local.derived.text]
  vpc_uuid = var.secret
}
resource "digitalocean_firewall" "flow" {
  name        = nonsensitive("fw")
  droplet_ids = []
  tags        = [var.secret]
  inbound_rule {
    protocol         = "tcp"
    port_range       = var.secret
    source_addresses = ["0.0.0.0/0", var.secret]
  }
}
resource "digitalocean_tag" "keyed" {
  for_each = toset([var.secret])
  name     = each.key
}
resource "digitalocean_tag" "counted" {
  count = length(regexall("x", var.secret))
  name  = "n${count.index}"
}
resource "digitalocean_loadbalancer" "flow" {
  name   = var.secret
  region = "nyc3"
  dynamic "forwarding_rule" {
    for_each = [var.secret]
    content {
      entry_port      = 80
      entry_protocol  = "http"
      target_port     = 80
      target_protocol = forwarding_rule.value
    }
  }
}
output "o" {
  value     = var.secret
  sensitive = true
}
output "forgotten" {
  value = "x ${var.secret}"
}
`

// broken has errors of which the words could quote a secret.
const broken = `
variable "secret" {
  type      = string
  sensitive = true
}
variable "unquoted" {
  sensitive = true
}
variable "numbers" {
  type = number
}
variable "list" {
  type = list(number)
}
locals {
  password = "CANARYlocal" + 1
  text     = <<EOT
password: CANARYheredoc ${nothing.here}
EOT
}
resource "digitalocean_droplet" "a" {
  name      = parseint(var.secret, 10)
  image     = regex("^\\d+$", var.secret)
  region    = jsondecode(var.secret)
  size      = tonumber(var.secret)
  user_data = "password: CANARYliteral" + 1
}
resource "digitalocean_droplet" "b" {
  name      = cidrhost(var.secret, 1)
  image     = base64decode(var.secret)
  region    = yamldecode("{${var.secret}")
  size      = { a = 1 }[var.secret]
  backups   = var.secret
  user_data = templatefile(var.secret, {})
}
resource "digitalocean_tag" "c" {
  for_each = toset([var.secret])
  name     = file(var.secret)
}
resource "digitalocean_tag" "d" {
  count = var.secret
  name  = element([], 0)
}
resource "digitalocean_gradientai_openai_api_key" "e" {
  name    = timeadd(var.secret, "1h")
  api_key = "CANARYkey" * 2
}
resource "digitalocean_database_online_migration" "f" {
  source {
    password = "CANARYpassword" && true
  }
}
module "m" {
  source = "git::https://user:CANARYcredentials@example.com/x.git"
  secret = var.secret
}
module "n" {
  source = var.secret
}
`

// ownRules ask for secrets outright.
const ownRules = `
relation "any_migration" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_database_online_migration", "digitalocean_monitor_alert"]
  join {
    from = id
    to   = id
  }
  where = true
}
obligation "own-secrets" {
  title     = "Tell secrets"
  resources = ["digitalocean_droplet", "digitalocean_gradientai_openai_api_key", "digitalocean_database_cluster", "digitalocean_database_user"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  basis     = "derived"
  why       = "Because."
  remedy    = "None."
  addressed = false
  gap       = "all: ${jsonencode(self)}"
}
obligation "own-parts" {
  title     = "Tell parts of secrets"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  basis     = "derived"
  why       = "Because."
  remedy    = "None."
  locals {
    text = coalesce(self.user_data, "none")
  }
  addressed = strlen(local.text) == 1
  gap       = "text ${upper(local.text)} ${substr(local.text, 0, 40)} ${join(",", split("", local.text))} ${jsonencode(related.any_migration)} ${sha256(local.text)}"
}
obligation "own-errors" {
  title     = "Fail on secrets"
  resources = ["digitalocean_droplet", "digitalocean_monitor_alert"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  basis     = "derived"
  why       = "Because."
  remedy    = "None."
  addressed = tonumber(jsonencode(self)) == 1 || regex(jsonencode(self), "x") == "x" || timeadd(jsonencode(self), "x") == ""
  gap       = "none"
}
`

const ownCase = `
resource "digitalocean_droplet" "web" {
  name      = "web"
  image     = "x"
  size      = "s"
  user_data = "password: CANARYcase"
}
`

// plannedFlows are sensitive values of a plan in attributes that are not.
func plannedFlows() (changes, declared []any) {
	for name, after := range map[string]map[string]any{
		"digitalocean_tag":     {"name": "CANARYplanned"},
		"digitalocean_droplet": {"name": "CANARYplanned", "image": "CANARYplanned", "region": "CANARYplanned", "size": "CANARYplanned", "tags": []string{"CANARYplanned"}, "vpc_uuid": "CANARYplanned"},
		"digitalocean_firewall": {"name": "fw", "inbound_rule": []any{map[string]any{
			"protocol": "tcp", "port_range": "CANARYplanned", "source_addresses": []string{"0.0.0.0/0"},
		}}},
		"digitalocean_loadbalancer": {"name": "CANARYplanned", "forwarding_rule": []any{map[string]any{"target_protocol": "CANARYplanned", "entry_protocol": "http", "entry_port": 80}}},
	} {
		sensitive := map[string]any{}
		references := map[string]any{}
		for attribute := range after {
			sensitive[attribute] = true
			references[attribute] = map[string]any{"references": []string{"var.secret"}}
		}
		changes = append(changes, map[string]any{
			"address": name + ".flow", "mode": "managed", "type": name, "name": "flow",
			"provider_name": "registry.terraform.io/digitalocean/digitalocean",
			"change": map[string]any{
				"actions": []string{"update"}, "before": after, "after": after, "after_unknown": map[string]any{},
				"before_sensitive": sensitive, "after_sensitive": sensitive,
			},
		})
		declared = append(declared, map[string]any{
			"address": name + ".flow", "mode": "managed", "type": name, "name": "flow",
			"provider_config_key": "digitalocean", "expressions": references,
		})
	}
	return changes, declared
}
