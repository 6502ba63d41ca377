package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/statement"
)

var update = flag.Bool("update", false, "rewrite golden files")

// fixture builds an assessment by hand, so that reports are tested without
// readers and rules of the real catalogue.
type fixture struct {
	t *testing.T
	a assess.Assessment
	// list is ordered as the inventory.
	list []assess.Annotation
}

func (f *fixture) assessment() *assess.Assessment {
	return assess.Collect(f.a.Inventory, f.a.Catalogue, f.list)
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()}, catalogue.Source{Name: "testdata", FS: os.DirFS("testdata")})
	for _, d := range diags {
		// The test's rules have no product for the other types of the provider.
		if d.Severity == hcl.DiagError && !strings.Contains(d.Detail, "belong") {
			t.Log(d.Error())
		}
	}
	return &fixture{t: t, a: assess.Assessment{Catalogue: c, Inventory: &inventory.Inventory{}}}
}

func (f *fixture) input(in inventory.Input) { f.a.Inventory.Inputs = append(f.a.Inventory.Inputs, in) }

func (f *fixture) instance(address string, line int, actions ...string) *inventory.Instance {
	block, _ := splitLast(address)
	_, keyless, _ := strings.Cut("."+block, ".digitalocean_")
	i := &inventory.Instance{
		Address: address, Block: block, Input: len(f.a.Inventory.Inputs) - 1,
		Object: &inventory.Object{Type: "digitalocean_" + strings.Split(keyless, ".")[0], Actions: actions},
	}
	if keyless == "" {
		i.Type = address
	}
	if line > 0 {
		i.Position = inventory.Position{File: "main.tf", Line: line, Column: 1}
	}
	f.a.Inventory.Instances = append(f.a.Inventory.Instances, i)
	return i
}

func (f *fixture) annotate(i *inventory.Instance, id string, s assess.Status, message string, line int) *assess.Annotation {
	f.t.Helper()
	o := f.a.Catalogue.Obligation(id)
	if o == nil {
		f.t.Fatalf("no obligation %s", id)
	}
	annotation := assess.Annotation{Instance: i, Verdict: &assess.Verdict{Obligation: o, Status: s, Message: message, Position: i.Position}}
	if line > 0 {
		annotation.Position = inventory.Position{File: "main.tf", Line: line, Column: 3}
	}
	f.list = append(f.list, annotation)
	return &annotation
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// website has something of everything: equal and unequal instances, all
// statuses, duties, a quiet resource, a hostile name.
func website(t *testing.T) *assess.Assessment {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan", TerraformVersion: "1.11.4", Source: ".", Resources: 6})
	account := f.instance("account", 0)
	f.annotate(account, "account-mfa", assess.Unaddressed, "Is two-factor authentication required for every member of the team?", 0)
	bastion := f.instance("digitalocean_droplet.bastion", 3, "no-op")
	f.annotate(bastion, "droplet-backups", assess.Waived, "backups = false", 9).Statement = &statement.Statement{
		Kind: statement.Waiver, Obligation: "droplet-backups", By: "ops@example.com", Text: "stateless, rebuilt from the image", Until: day("2027-01-31"),
	}
	firewall := f.annotate(bastion, "droplet-firewall", assess.Addressed, "", 0)
	firewall.Evidence = []assess.Evidence{{
		Address: "digitalocean_firewall.web", Attribute: "droplet_ids",
		Note:     "rests on the reference to the whole resource, taken to reach all its instances",
		Position: inventory.Position{File: "firewall.tf", Line: 3, Column: 17},
	}}
	f.annotate(bastion, "droplet-os-updates", assess.Attested, "Who patches the guest operating system, and how?", 0).Statement = &statement.Statement{
		Kind: statement.Attestation, By: "platform@example.com", Text: "unattended-upgrades in the base image", On: day("2026-11-01"), Until: day("2027-11-01"),
	}
	for _, key := range []string{"[0]", "[1]", "[2]"} {
		web := f.instance("digitalocean_droplet.web"+key, 12, "create")
		backups := f.annotate(web, "droplet-backups", assess.Unaddressed, "backups = false", 19)
		backups.Evidence = []assess.Evidence{{Address: web.Address, Attribute: "backups", Value: "false", Position: backups.Position}}
		if key == "[2]" {
			f.annotate(web, "droplet-firewall", assess.Addressed, "", 0)
		} else {
			f.annotate(web, "droplet-firewall", assess.Unaddressed, "no digitalocean_firewall selects this Droplet", 0)
		}
		f.annotate(web, "droplet-os-updates", assess.Unaddressed, "Who patches the guest operating system, and how?", 0)
		f.annotate(web, "droplet-vpc", assess.Undetermined, "vpc_uuid is known only after apply", 0)
	}
	for _, key := range []string{`["blue"]`, `["green"]`, "[\"\x1b[2J\u202egreen\"]"} {
		f.annotate(f.instance(`module.app["prod"].digitalocean_droplet.worker`+key, 31, "delete", "create"),
			"droplet-firewall", assess.Unaddressed, "no digitalocean_firewall selects this Droplet", 0)
	}
	for _, module := range []string{`["prod"]`, `["staging"]`} {
		f.annotate(f.instance("module.app"+module+".module.node[0].digitalocean_droplet.this", 2, "update"),
			"droplet-backups", assess.Unaddressed, "backups = false", 0)
	}
	any := f.instance("digitalocean_droplet.later", 40)
	any.StandIn = true
	f.annotate(any, "droplet-firewall", assess.Undetermined, "whether digitalocean_firewall.web (droplet_ids) reaches it is known only after apply", 0)
	ended := f.instance("digitalocean_droplet.old", 0, "delete")
	ended.Ended = true
	return f.assessment()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (rewrite with -update):\n%s", name, diff)
	}
}

func write(t *testing.T, format string, r *Report, v View) string {
	t.Helper()
	for _, f := range Formats() {
		if f.Name != format {
			continue
		}
		var out bytes.Buffer
		if err := f.Write(&out, r, v); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	t.Fatalf("no format %s", format)
	return ""
}

func TestGolden(t *testing.T) {
	r := Build(website(t), Options{Version: "test"})
	tests := []struct {
		name, format string
		view         View
	}{
		{"website.txt", "text", View{}},
		{"website-60-columns.txt", "text", View{Width: 60}},
		{"website-all.txt", "text", View{All: true}},
		{"website-colour.txt", "text", View{Color: true}},
		{"website.json", "json", View{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := write(t, test.format, r, test.view)
			golden(t, test.name, got)
			if again := write(t, test.format, Build(website(t), Options{Version: "test"}), test.view); again != got {
				t.Error("two runs differ")
			}
		})
	}
}
