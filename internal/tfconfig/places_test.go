package tfconfig

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

const placed = `# srmlint:waive droplet-tags until=2027-01-01 reason="a"
resource "digitalocean_droplet" "web" {
  name    = "web"
  backups = false # srmlint:waive droplet-backups until=2027-01-01 reason="b"

  # srmlint:waive droplet-monitoring until=2027-01-01 reason="c"
  # another comment
  monitoring = false
  // srmlint:attest droplet-os-updates on=2026-01-01 how="d"
}
/* srmlint:waive far reason="e" */

locals {
  text = <<-EOT
    # srmlint:not a comment
  EOT
}

resource "digitalocean_firewall" "f" {
  name = "f"
  inbound_rule {
    protocol   = "tcp"
    port_range = "22"
  }
  dynamic "inbound_rule" {
    for_each = ["80", "443"]
    content {
      protocol   = "tcp"
      port_range = inbound_rule.value
    }
  }
}
`

// TestPositions: instances and attributes point at the source, line and column.
func TestPositions(t *testing.T) {
	dir := files(t, map[string]string{"main.tf": placed})
	m, diags := Load(dir, Options{})
	if len(diags) > 0 {
		t.Fatal(errorText(diags))
	}
	at := func(p inventory.Position) string {
		if p.IsZero() {
			return ""
		}
		return strings.TrimPrefix(p.String(), filepath.ToSlash(dir)+"/")
	}
	web, f := find(t, m, "digitalocean_droplet.web"), find(t, m, "digitalocean_firewall.f")
	tests := []struct {
		position inventory.Position
		want     string
	}{
		{web.Position, "main.tf:2:1"},
		{web.Attributes["backups"], "main.tf:4:3"},
		{web.Attributes["ipv6"], ""},
		{f.Attributes["inbound_rule"], "main.tf:21:3"},
		{f.Attributes["inbound_rule[0]"], "main.tf:21:3"},
		{f.Attributes["inbound_rule[0].port_range"], "main.tf:23:5"},
		{f.Attributes["inbound_rule[2]"], "main.tf:27:5"},
		{f.Attributes["inbound_rule[2].port_range"], "main.tf:29:7"},
	}
	for _, test := range tests {
		if got := at(test.position); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	if !web.Configured["backups"] || web.Configured["ipv6"] || !f.Configured["inbound_rule"] {
		t.Errorf("configured: %v, %v", web.Configured, f.Configured)
	}
}

// TestStatements: comments belong to the block and argument that they stand beside.
func TestStatements(t *testing.T) {
	m, _ := Load(files(t, map[string]string{"main.tf": placed}), Options{})
	want := [][3]string{
		{`srmlint:waive droplet-tags until=2027-01-01 reason="a"`, "digitalocean_droplet.web", ""},
		{`srmlint:waive droplet-backups until=2027-01-01 reason="b"`, "digitalocean_droplet.web", "backups"},
		{`srmlint:waive droplet-monitoring until=2027-01-01 reason="c"`, "digitalocean_droplet.web", "monitoring"},
		{`srmlint:attest droplet-os-updates on=2026-01-01 how="d"`, "digitalocean_droplet.web", ""},
		{`srmlint:waive far reason="e"`, "", ""},
	}
	if len(m.Statements) != len(want) {
		t.Fatalf("%d statements: %v", len(m.Statements), m.Statements)
	}
	for i, s := range m.Statements {
		if got := [3]string{s.Text, s.BlockAddress, s.Attribute}; got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
}

// TestTerraform: what a root module says of Terraform itself.
func TestTerraform(t *testing.T) {
	m, diags := Load(files(t, map[string]string{
		"main.tf": `terraform {
  required_version = ">= 1.5"
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.0"
    }
  }
  backend "s3" {
    encrypt = true
  }
}
provider "digitalocean" {
  token             = "dop_v1_0123"
  spaces_secret_key = var.key
}
provider "digitalocean" {
  alias = "east"
  token = "dop_v1_0123"
}
variable "key" {
  sensitive = true
  default   = "hunter2"
}
variable "db_password" {
  default = ""
}
variable "password_length" {
  default = "20"
}
module "m" {
  source = "git::https://user:hunter2@example.com/x.git?ref=v1"
}
resource "digitalocean_app" "x" {
  spec {
    name = "x"
    env {
      key   = "K"
      value = "hunter2"
      type  = "SECRET"
    }
  }
}
output "leak" {
  value = "x${var.key}"
}
output "shut" {
  value     = var.key
  sensitive = true
}
`}), Options{})
	values := find(t, m, "terraform").Values
	want := map[string]string{
		"required_version": ">= 1.5", "backend": "s3", "backend_encrypt": "true", "lock_file": "false",
		"providers":       "[{name=digitalocean source=digitalocean/digitalocean version=~> 2.0}]",
		"modules":         "[{name=m source=git::https://example.com/x.git?ref=v1 version=v1}]",
		"literal_secrets": "[digitalocean_app.x.spec.env.value provider.digitalocean.east.token provider.digitalocean.token variable.key.default]",
		"secret_outputs":  "[leak]",
	}
	for name, w := range want {
		if got := text(values.GetAttr(name)); got != w {
			t.Errorf("%s is %s, not %s", name, got, w)
		}
	}
	if strings.Contains(errorText(diags), "hunter2") {
		t.Error("a diagnostic shows a credential")
	}
	if find(t, m, "account").Values.LengthInt() != 0 {
		t.Error("the account has attributes")
	}
}

// TestMerge: the plan wins where it knows; the source gives what it hashes or does not know.
func TestMerge(t *testing.T) {
	for _, folder := range []string{"01-firewall-shapes", "09-volumes", "04-database"} {
		t.Run(folder, func(t *testing.T) {
			dir := filepath.Join(plansDir, folder)
			plan := readPlan(t, filepath.Join(dir, "plan.json"))
			m, _ := Load(dir, Options{})
			Merge(plan.Instances, m.Instances)
			byAddress := &Module{Instances: plan.Instances}
			for address, want := range mergedValues[folder] {
				for name, w := range want {
					i := find(t, byAddress, address)
					if got := text(i.Absolute(i.Values.GetAttr(name))); got != w {
						t.Errorf("%s.%s is %s, not %s", address, name, got, w)
					}
				}
			}
			for _, i := range plan.Instances {
				if !i.Ended && i.Position.IsZero() && i.Type != "account" {
					t.Errorf("%s has no position", i.Address)
				}
			}
		})
	}
}

var mergedValues = map[string]map[string]map[string]string{
	"01-firewall-shapes": {
		"digitalocean_firewall.mixed_literal": {"droplet_ids": "[12345678 <digitalocean_droplet.bastion.id>]"},
		"digitalocean_firewall.per[1]":        {"droplet_ids": "[<digitalocean_droplet.web[1].id>]"},
		"digitalocean_firewall.tag_ref":       {"tags": "[role:api web]"},
		"digitalocean_firewall.index":         {"inbound_rule": "[{protocol=icmp source_addresses=[10.10.0.0/16]}]"},
	},
	"09-volumes": {
		"digitalocean_droplet.n[0]": {"user_data": "#cloud-config\npackages: [nginx]\n", "backups": "true"},
	},
	"04-database": {
		"digitalocean_database_firewall.pg": {"cluster_id": "<digitalocean_database_cluster.pg.id>"},
	},
}

// TestMergedPositions: the blocks of a set stand in another order in the plan; positions go with them.
func TestMergedPositions(t *testing.T) {
	rule := func(port string) cty.Value {
		return cty.ObjectVal(map[string]cty.Value{"port_range": cty.StringVal(port), "ids": cty.NullVal(cty.List(cty.String))})
	}
	late := cty.ObjectVal(map[string]cty.Value{"port_range": cty.StringVal("80"), "ids": inventory.Unknown(cty.List(cty.String), inventory.Anything)})
	sure := inventory.Unknown(cty.List(cty.String), inventory.Origin{Address: "d", Attribute: "id"})
	from := cty.ObjectVal(map[string]cty.Value{"port_range": cty.StringVal("80"), "ids": sure})
	m := &merger{from: map[string]inventory.Position{"rule[0].port_range": {Line: 1}, "rule[1].port_range": {Line: 2}}}
	out := m.value(
		cty.ObjectVal(map[string]cty.Value{"rule": cty.ListVal([]cty.Value{rule("22"), late})}),
		cty.ObjectVal(map[string]cty.Value{"rule": cty.ListVal([]cty.Value{from, rule("22")})}), "", "")
	if got := text(out); got != "{rule=[{port_range=22} {ids=<d.id> port_range=80}]}" {
		t.Error(got)
	}
	if !m.moved || m.to["rule[0].port_range"].Line != 2 || m.to["rule[1].port_range"].Line != 1 {
		t.Errorf("positions: %v", m.to)
	}
}
