package catalogue

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/provider"
)

// wellFormed is a small set of rules that uses every part of the language.
const wellFormed = `
product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet"]
  basis         = "stated"
  layers        = { data = "customer", backups = "shared", hypervisor = "digitalocean" }
  shared "backups" {
    customer     = "Switches them on."
    digitalocean = "Makes them."
  }
}
relation "firewall" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_firewall"]
  join {
    from = id
    to   = droplet_ids
  }
  where = to.name != ""
}
obligation "droplet-firewall" {
  title     = "Put the Droplet behind a Cloud Firewall"
  resources = ["digitalocean_droplet"]
  layer     = "backups"
  owner     = "shared"
  severity  = "high"
  controls  = { "nist-csf-2.0" = ["PR.IR-01"] }
  aliases   = ["X-1"]
  basis     = "stated"
  why       = "Because."
  remedy    = "Add one."
  addressed = local.count > 0 && configured.vpc_uuid
  gap       = "no firewall selects ${self.name}"
  locals {
    count = local.zero + length(related.firewall)
    zero  = 0
  }
}
`

func load(t *testing.T, files map[string]string) (*Catalogue, string) {
	t.Helper()
	dir := fstest.MapFS{}
	for name, text := range files {
		dir[name] = &fstest.MapFile{Data: []byte(text)}
	}
	options := Options{Schema: provider.Load(), Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	c, _, diags := Load(options, Source{Name: "rules", FS: dir})
	var all strings.Builder
	for _, d := range diags {
		all.WriteString(d.Error() + "\n")
	}
	return c, all.String()
}

func TestLoad(t *testing.T) {
	c, problems := load(t, map[string]string{"a.hcl": wellFormed})
	if problems != "" {
		t.Fatal(problems)
	}
	o := c.Obligation("droplet-firewall")
	if o == nil || c.Obligation("x-1") != o {
		t.Fatal("an obligation is found by its id and by its alias in lower case")
	}
	if o.Locals[0].Name != "zero" {
		t.Errorf("locals come in the order in which they need each other, got %q first", o.Locals[0].Name)
	}
	if got := o.RelationsUsed(); len(got) != 1 || got[0] != "firewall" {
		t.Errorf("relations used: %q", got)
	}
}

func TestLoadTellsWhatIsWrong(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"attribute", "configured.vpc_uuid", "configured.vpc_uid", `Did you mean "vpc_uuid"?`},
		{"self", "${self.name}", "${self.nam}", `Did you mean "name"?`},
		{"relation", "related.firewall", "related.firewalls", `Did you mean "firewall"?`},
		{"join", "to   = droplet_ids", "to   = droplet_idss", `Did you mean "droplet_ids"?`},
		{"type", `resources     = ["digitalocean_droplet"]`, `resources = ["digitalocean_dropler"]`, `Did you mean "digitalocean_droplet"?`},
		{"severity", `"high"`, `"hi"`, "is no severity"},
		{"layer", `layer     = "backups"`, `layer = "backup"`, `Did you mean "backups"?`},
		{"owner", `owner     = "shared"`, `owner = "mine"`, "use one of customer, shared, digitalocean"},
		{"control", "PR.IR-01", "PR.IR-99", `nist-csf-2.0 has no control "PR.IR-99"`},
		{"full stop", `"Because."`, `"Because"`, "must be a sentence"},
		{"gap", `gap       = "no firewall selects ${self.name}"`, "", "go together"},
		{"type of condition", "local.count > 0 &&", "local.count + 0 *", "Invalid operand"},
		{"function", "length(", "lenght(", "no function named"},
		{"cycle", "zero  = 0", "zero = local.count", "Local refers to itself"},
		{"argument", `severity  = "high"`, `severty = "high"`, "severty"},
		{"syntax", `severity  = "high"`, `severity = `, "Invalid expression"},
		{"halves", `"shared", hypervisor`, `"customer", hypervisor`, "Halves of a shared layer"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(wellFormed, test.old, test.new, 1)
			if text == wellFormed {
				t.Fatal("the test changes nothing")
			}
			_, problems := load(t, map[string]string{"a.hcl": text})
			if !strings.Contains(problems, test.want) {
				t.Errorf("want %q in:\n%s", test.want, problems)
			}
			if !strings.Contains(problems, "rules/a.hcl:") {
				t.Errorf("no position in:\n%s", problems)
			}
		})
	}
}

// An organisation's own rules may stand in .srmlint.hcl, beside other blocks.
func TestRulesInAnotherFile(t *testing.T) {
	own := strings.Replace(wellFormed[strings.Index(wellFormed, "obligation"):], `"high"`, `"low"`, 1)
	file, diags := hclsyntax.ParseConfig([]byte(own), ".srmlint.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	base := fstest.MapFS{"a.hcl": &fstest.MapFile{Data: []byte(wellFormed)}}
	c, _, diags := Load(Options{Schema: provider.Load()},
		Source{Name: "rules", FS: base}, Source{Name: ".srmlint.hcl", Body: file.Body, Text: []byte(own)})
	if diags.HasErrors() || c.Obligation("droplet-firewall").Severity != Low {
		t.Errorf("%v", diags)
	}
}

func TestLaterSourceReplaces(t *testing.T) {
	own := strings.Replace(wellFormed[strings.Index(wellFormed, "obligation"):], `"high"`, `"low"`, 1)
	base := fstest.MapFS{"a.hcl": &fstest.MapFile{Data: []byte(wellFormed)}}
	more := fstest.MapFS{"b.hcl": &fstest.MapFile{Data: []byte(own)}}
	options := Options{Schema: provider.Load()}
	c, _, diags := Load(options, Source{Name: "rules", FS: base}, Source{Name: "own", FS: more})
	if diags.HasErrors() || len(c.Obligations) != 1 || c.Obligations[0].Severity != Low {
		t.Errorf("the later rule must replace the earlier one: %v %v", diags, c.Obligations)
	}
	_, _, diags = Load(options, Source{Name: "rules", FS: fstest.MapFS{
		"a.hcl": &fstest.MapFile{Data: []byte(wellFormed)},
		"b.hcl": &fstest.MapFile{Data: []byte(own)},
	}})
	if !strings.Contains(diags.Error(), "Duplicate obligation") {
		t.Errorf("the same id twice in one directory is an error: %v", diags)
	}
}
