package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

func TestJoinKeys(t *testing.T) {
	tests := []struct{ keys, want string }{
		{"[0]", "[0]"},
		{"[0] [1] [2]", "[0..2]"},
		{"[0] [2] [3] [9] [10]", "[0], [2..3], [9..10]"},
		{`["a"] ["b"]`, `["a"], ["b"]`},
		{`["1"] ["2"]`, `["1"], ["2"]`},
		{"[1] [3] [5] [7] [9] [11] [13]", "[1], [3], [5], [7], [9], … (7 in all)"},
	}
	for _, test := range tests {
		if got := joinKeys(strings.Fields(test.keys)); got != test.want {
			t.Errorf("joinKeys(%s) = %s, want %s", test.keys, got, test.want)
		}
	}
}

func TestNothingToCheck(t *testing.T) {
	f := newFixture(t)
	f.input(inventory.Input{Path: "a.json", Kind: "plan", TerraformVersion: "1.11.4"})
	f.input(inventory.Input{Path: "b.json", Kind: "state", Resources: 3})
	// What the account asks for is of no matter without any resource.
	f.annotate(f.instance("account", 0), "account-mfa", assess.Unaddressed, "", 0)
	r := Build(f.assessment(), Options{})
	got := write(t, "text", r, View{})
	for _, want := range []string{
		"Nothing to check: it has no resources.",
		"Nothing to check: 3 resources, none of DigitalOcean.",
		"No obligations.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in:\n%s", want, got)
		}
	}
	if r.Fails(catalogue.Info, true) {
		t.Error("nothing to check must not fail")
	}
}

func TestFilters(t *testing.T) {
	r := Build(website(t), Options{MinSeverity: catalogue.High})
	if n := r.Summary.Severity["medium"].Unaddressed; n != 0 {
		t.Errorf("%d medium findings are left", n)
	}
	r = Build(website(t), Options{Changed: true})
	for _, g := range r.Resources {
		if g.isReal() && !changes(g.Actions) {
			t.Errorf("%s is in the report, which the plan does not change", g.Address)
		}
	}
}

func TestFails(t *testing.T) {
	r := Build(website(t), Options{})
	for severity, want := range map[catalogue.Severity]bool{
		catalogue.Info: true, catalogue.High: true, catalogue.Critical: true,
	} {
		if got := r.Fails(severity, false); got != want {
			t.Errorf("Fails(%s) = %t", severity, got)
		}
	}
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan"})
	f.annotate(f.instance("digitalocean_droplet.a", 1), "droplet-vpc", assess.Undetermined, "", 0)
	r = Build(f.assessment(), Options{})
	if r.Fails(catalogue.Info, false) || !r.Fails(catalogue.Low, true) || r.Fails(catalogue.Medium, true) {
		t.Error("what is undetermined fails on request alone, from its own severity")
	}
}

// TestLesserDuties: dozens of questions in every report would hide what is open.
func TestLesserDuties(t *testing.T) {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan", Resources: 1})
	i := f.instance("digitalocean_droplet.a", 1)
	for _, id := range []string{"droplet-os-updates", "droplet-redundancy"} {
		f.annotate(i, id, assess.Unaddressed, "", 0)
	}
	r := Build(f.assessment(), Options{})
	question := f.a.Catalogue.Obligation("droplet-redundancy").Question
	got := write(t, "text", r, View{})
	if strings.Contains(got, question) || !strings.Contains(got, "low       1 question\n            droplet-redundancy\n") {
		t.Errorf("the id alone is wanted in:\n%s", got)
	}
	if got := write(t, "text", r, View{All: true}); !strings.Contains(got, question) {
		t.Errorf("--all must ask %q:\n%s", question, got)
	}
}

func TestBaselineIsNoNews(t *testing.T) {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan", Resources: 1})
	f.annotate(f.instance("digitalocean_droplet.a", 1), "droplet-backups", assess.Unaddressed, "backups = false", 0).Known = true
	r := Build(f.assessment(), Options{})
	got := write(t, "text", r, View{})
	if strings.Contains(got, "backups = false") || !strings.Contains(got, "1 in the baseline") {
		t.Errorf("a known finding is to be counted, not shown:\n%s", got)
	}
	if r.Fails(catalogue.Info, false) {
		t.Error("a known finding must not fail")
	}
}

// TestNothingSteersTheTerminal plants escapes wherever the input decides the text.
func TestNothingSteersTheTerminal(t *testing.T) {
	const evil = "\x1b]0;owned\a\u202e\u009b31m\n::error::x"
	f := newFixture(t)
	f.input(inventory.Input{Path: evil, Kind: "plan", TerraformVersion: evil, Source: evil})
	i := f.instance(`digitalocean_droplet.web["`+evil+`"]`, 1, evil)
	i.Position.File = evil
	a := f.annotate(i, "droplet-backups", assess.Unaddressed, evil, 0)
	a.Evidence = []assess.Evidence{{Address: evil, Attribute: evil, Value: evil, Note: evil}}
	diags := hcl.Diagnostics{{Severity: hcl.DiagError, Summary: evil, Detail: evil, Subject: &hcl.Range{Filename: evil}}}
	r := Build(f.assessment(), Options{Version: evil, Faults: diags})
	for _, format := range []string{"text", "json"} {
		for n, line := range strings.Split(write(t, format, r, View{All: true}), "\n") {
			if clean := terminal.Clean(line); clean != line {
				t.Errorf("%s, line %d: %q", format, n+1, line)
			}
			if strings.HasPrefix(line, "::") {
				t.Errorf("%s: a workflow command at the start of line %d", format, n+1)
			}
		}
	}
}

// TestSizeFollowsTheConfiguration: a thousand equal instances are one entry.
func TestSizeFollowsTheConfiguration(t *testing.T) {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan"})
	for n := range 1000 {
		i := f.instance(fmt.Sprintf("digitalocean_droplet.web[%d]", n), 1, "create")
		f.annotate(i, "droplet-backups", assess.Unaddressed, "backups = false", 0)
	}
	r := Build(f.assessment(), Options{})
	if len(r.Resources) != 1 || r.Summary.Instances != 1000 || r.Summary.Obligations[assess.Unaddressed] != 1 {
		t.Errorf("%d groups, %+v", len(r.Resources), r.Summary)
	}
	if got := write(t, "text", r, View{}); !strings.Contains(got, "digitalocean_droplet.web [0..999]") {
		t.Error(got)
	}
}

func BenchmarkText(b *testing.B) {
	f := &fixture{a: assess.Assessment{Catalogue: &catalogue.Catalogue{}, Inventory: &inventory.Inventory{}}}
	f.input(inventory.Input{Path: "plan.json", Kind: "plan"})
	o := &catalogue.Obligation{ID: "droplet-backups", Severity: catalogue.Medium, Remedy: "Set backups = true."}
	for n := range 10_000 {
		i := f.instance(fmt.Sprintf("digitalocean_droplet.web[%d]", n), n/10, "create")
		f.list = append(f.list, assess.Annotation{
			Instance: i, Verdict: &assess.Verdict{Obligation: o, Status: assess.Unaddressed, Message: fmt.Sprint("gap ", n%1000)},
		})
	}
	for b.Loop() {
		r := Build(f.assessment(), Options{})
		if err := writeText(discard{}, r, View{}); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
