package assess

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/statement"
)

const rules = `
product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet"]
  basis         = "stated"
  layers        = { data = "customer" }
}
relation "firewall" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_firewall"]
  join {
    from = tags
    to   = tags
  }
}
`

// obligation makes a rule whose interesting lines are given.
func obligation(lines string) string {
	return rules + `
obligation "tested" {
  title     = "Do it"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  basis     = "stated"
  why       = "Because."
  remedy    = "Do it."
` + lines + "\n}\n"
}

func instance(address string, set map[string]cty.Value) *inventory.Instance {
	resourceType, name, _ := strings.Cut(address, ".")
	values := map[string]cty.Value{}
	for attribute, t := range provider.Load().Type(resourceType).Shape().AttributeTypes() {
		values[attribute] = cty.NullVal(t)
		if v, ok := set[attribute]; ok {
			values[attribute] = v
		}
	}
	return &inventory.Instance{
		Address: address, Block: address,
		Object: &inventory.Object{
			Type: resourceType, Name: name,
			Values:   cty.ObjectVal(values),
			Position: inventory.Position{File: "main.tf", Line: 1, Column: 1},
		},
	}
}

func annotations(a *Assessment) []Annotation { return slices.Collect(a.All()) }

func assessed(t *testing.T, rules string, options Options, instances ...*inventory.Instance) (*Assessment, string) {
	t.Helper()
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()},
		catalogue.Source{Name: "rules", FS: fstest.MapFS{"r.hcl": &fstest.MapFile{Data: []byte(rules)}}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	inv := &inventory.Inventory{Inputs: []inventory.Input{{Kind: "plan"}}, Instances: instances}
	a, diags := Assess(inv, c, options)
	return a, diags.Error()
}

// TestFaultsInOrder: whoever works on an instance, what went wrong is told in
// the order of the inventory.
func TestFaultsInOrder(t *testing.T) {
	var droplets []*inventory.Instance
	var want []string
	for n := range 300 {
		address := fmt.Sprintf("digitalocean_droplet.web%03d", n)
		droplets = append(droplets, instance(address, map[string]cty.Value{"name": cty.StringVal(address)}))
		want = append(want, address)
	}
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()},
		catalogue.Source{Name: "rules", FS: fstest.MapFS{"r.hcl": &fstest.MapFile{Data: []byte(obligation("  addressed = jsondecode(self.name) == 1\n  gap = \"off\"\n"))}}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	_, faults := Assess(&inventory.Inventory{Inputs: []inventory.Input{{Kind: "plan"}}, Instances: droplets}, c, Options{})
	var got []string
	for _, f := range faults {
		_, rest, _ := strings.Cut(f.Detail, " on ")
		address, _, _ := strings.Cut(rest, ":")
		got = append(got, address)
	}
	if !slices.Equal(got, want) {
		t.Errorf("told of %d: %q", len(got), got)
	}
}

func TestStatuses(t *testing.T) {
	backups := `
  addressed = self.backups
  gap       = "backups = ${self.backups}"`
	firewall := `
  addressed = length(related.firewall) > 0
  gap       = "no digitalocean_firewall selects this Droplet"`
	maybe := cty.ListVal([]cty.Value{cty.UnknownVal(cty.String)})
	web := cty.ListVal([]cty.Value{cty.StringVal("web")})
	tests := []struct {
		name, rule string
		droplet    map[string]cty.Value
		tags       cty.Value // of a firewall beside it; none if NilVal
		status     Status
		message    string
	}{
		{"true", backups, map[string]cty.Value{"backups": cty.True}, cty.NilVal, Addressed, ""},
		{"false", backups, map[string]cty.Value{"backups": cty.False}, cty.NilVal, Unaddressed, "backups = false"},
		{"unknown", backups, map[string]cty.Value{"backups": cty.UnknownVal(cty.Bool)}, cty.NilVal, Undetermined, "backups is known only after apply"},
		{"null is no verdict", backups, nil, cty.NilVal, Undetermined, "whether it is so is known only after apply"},
		{"no plan shows lifecycle", "addressed = lifecycle.prevent_destroy == true\ngap = \"no\"", nil, cty.NilVal, Undetermined, "srmlint reads it from the configuration"},
		{"linked", firewall, map[string]cty.Value{"tags": web}, web, Addressed, ""},
		{"not linked", firewall, map[string]cty.Value{"tags": web}, cty.NilVal, Unaddressed, "no digitalocean_firewall"},
		{"possibly linked", firewall, map[string]cty.Value{"tags": web}, maybe, Undetermined, "whether digitalocean_firewall.fw (tags) reaches it"},
		{"only a person can tell", `question = "Who patches?"`, nil, cty.NilVal, Unaddressed, "Who patches?"},
		{"arises not", backups + "\n arises = self.ipv6", map[string]cty.Value{"ipv6": cty.False}, cty.NilVal, "", ""},
		{"arises perhaps", backups + "\n arises = self.ipv6", map[string]cty.Value{
			"ipv6": cty.UnknownVal(cty.Bool), "backups": cty.False,
		}, cty.NilVal, Undetermined, "whether this duty arises"},
		{"addressed whether it arises or not", backups + "\n arises = self.ipv6", map[string]cty.Value{
			"ipv6": cty.UnknownVal(cty.Bool), "backups": cty.True,
		}, cty.NilVal, Addressed, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			instances := []*inventory.Instance{instance("digitalocean_droplet.web", test.droplet)}
			if test.tags != cty.NilVal {
				instances = append(instances, instance("digitalocean_firewall.fw", map[string]cty.Value{"tags": test.tags}))
			}
			a, _ := assessed(t, obligation(test.rule), Options{}, instances...)
			if test.status == "" {
				if len(annotations(a)) != 0 {
					t.Errorf("got %+v", annotations(a))
				}
				return
			}
			if got := annotations(a)[0]; got.Status != test.status || !strings.Contains(got.Message, test.message) {
				t.Errorf("got %s: %s", got.Status, got.Message)
			}
		})
	}
}

// A sensitive value is in no message and no evidence, an unknown one is named as such.
func TestNothingSensitiveIsSaid(t *testing.T) {
	const rule = `
  addressed = self.size == "x" && self.image == "x"
  gap       = "size is ${self.size}, image is ${self.image}"`
	secret := cty.StringVal("hunter2").Mark(inventory.Sensitive)
	a, _ := assessed(t, obligation(rule), Options{}, instance("digitalocean_droplet.web", map[string]cty.Value{
		"size": secret, "image": cty.UnknownVal(cty.String),
	}))
	got := annotations(a)[0]
	if got.Message != "not addressed: Do it" || got.Status != Unaddressed {
		t.Errorf("got %s: %q", got.Status, got.Message)
	}
	for _, e := range got.Seen() {
		if strings.Contains(e.Value, "hunter2") {
			t.Errorf("evidence holds the secret: %+v", e)
		}
	}
	a, _ = assessed(t, obligation(rule), Options{}, instance("digitalocean_droplet.web", map[string]cty.Value{
		"size": cty.StringVal("y"), "image": cty.UnknownVal(cty.String),
	}))
	if got := annotations(a)[0].Message; got != "size is y, image is (known after apply)" {
		t.Errorf("got %q", got)
	}
}

func TestPositionIsOfTheAttributeAtFault(t *testing.T) {
	i := instance("digitalocean_droplet.web", map[string]cty.Value{"backups": cty.False})
	at := inventory.Position{File: "main.tf", Line: 9, Column: 3}
	i.Attributes = map[string]inventory.Position{"backups": at}
	a, _ := assessed(t, obligation("addressed = self.backups\n gap = \"off\""), Options{}, i)
	if got := annotations(a)[0].Position; got != at {
		t.Errorf("got %s", got)
	}
	i.Attributes = nil
	a, _ = assessed(t, obligation("addressed = self.backups\n gap = \"off\""), Options{}, i)
	if got := annotations(a)[0].Position; got != i.Position {
		t.Errorf("without one, of the block: got %s", got)
	}
}

func TestRuleThatFailsIsTold(t *testing.T) {
	a, problems := assessed(t, obligation("addressed = jsondecode(self.image) == 1\n gap = \"off\""), Options{},
		instance("digitalocean_droplet.web", map[string]cty.Value{"image": cty.StringVal("{")}))
	if annotations(a)[0].Status != Undetermined || !strings.Contains(problems, "Rule cannot be evaluated") {
		t.Errorf("%s %s", annotations(a)[0].Status, problems)
	}
}

// word is a customer's word on everything.
type word struct{ inForce, expired *statement.Statement }

func (w word) For(*inventory.Instance, *catalogue.Obligation) (a, b *statement.Statement) {
	return w.inForce, w.expired
}

func (w word) About(*catalogue.Obligation) (some, apart bool) { return true, false }

func TestStatements(t *testing.T) {
	until := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	attested := &statement.Statement{Kind: statement.Attestation, By: "ops", Until: until}
	waived := &statement.Statement{Kind: statement.Waiver, By: "ops", Until: until}
	tests := []struct {
		name    string
		word    word
		backups bool
		want    Status
	}{
		{"attested", word{attested, nil}, false, Attested},
		{"waived", word{waived, nil}, false, Waived},
		{"evidence beats a statement", word{waived, nil}, true, Addressed},
		{"ended", word{nil, attested}, false, Unaddressed},
	}
	for _, test := range tests {
		a, _ := assessed(t, obligation("addressed = self.backups\n gap = \"off\""), Options{Statements: test.word},
			instance("digitalocean_droplet.web", map[string]cty.Value{"backups": cty.BoolVal(test.backups)}))
		if got := annotations(a)[0]; got.Status != test.want {
			t.Errorf("%s: got %s", test.name, got.Status)
		}
	}
}

// TestWordsForWhatIsNotKnown: a plan may know what configuration alone does not,
// also where both are assessed at once and ask for the same.
func TestWordsForWhatIsNotKnown(t *testing.T) {
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()}, catalogue.Source{Name: "rules", FS: fstest.MapFS{
		"r.hcl": {Data: []byte(obligation("\n  addressed = self.size == \"x\" && self.image == \"x\"\n  gap = \"size is ${self.size}, image is ${self.image}\""))},
	}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	values := map[string]cty.Value{"size": cty.StringVal("y"), "image": cty.UnknownVal(cty.String)}
	planned, written := instance("digitalocean_droplet.a", values), instance("digitalocean_droplet.b", values)
	written.Input = 1
	inv := &inventory.Inventory{
		Inputs: []inventory.Input{{Kind: "plan"}, {Kind: "configuration"}}, Instances: []*inventory.Instance{planned, written},
	}
	a, _ := Assess(inv, c, Options{})
	for n, want := range []string{"(known after apply)", "(not known yet)"} {
		got := annotations(a)[n]
		if got.Message != "size is y, image is "+want || got.Seen()[1].Value != want {
			t.Errorf("got %q, %+v", got.Message, got.Seen())
		}
	}
}

// TestAlikeInWhatIsAsked: linked instances that differ in what no rule asks for
// are looked at once, and counted all the same. So it is with rules that are
// checked: of others less is told from the syntax.
func TestAlikeInWhatIsAsked(t *testing.T) {
	tags := cty.SetVal([]cty.Value{cty.StringVal("web")})
	firewall := func(name, status string) *inventory.Instance {
		return instance("digitalocean_firewall."+name, map[string]cty.Value{
			"name": cty.StringVal(name), "tags": tags, "status": cty.StringVal(status),
		})
	}
	for rule, want := range map[string]Status{
		`length(related.firewall) > 2 && alltrue([for f in related.firewall : f.status != ""])`:       Addressed,
		`length(related.firewall) > 3 && alltrue([for f in related.firewall : f.status != ""])`:       Unaddressed,
		`length(related.firewall) > 0 && anytrue([for f in related.firewall : f.status == "failed"])`: Addressed,
	} {
		c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()}, catalogue.Source{
			Name: "rules", Checked: true, FS: fstest.MapFS{"r.hcl": {Data: []byte(obligation("  addressed = " + rule + "\n  gap = \"no\""))}},
		})
		a, faults := Assess(&inventory.Inventory{Inputs: []inventory.Input{{Kind: "plan"}}, Instances: []*inventory.Instance{
			instance("digitalocean_droplet.web", map[string]cty.Value{"tags": tags}),
			firewall("a", "waiting"), firewall("b", "waiting"), firewall("c", "failed"),
		}}, c, Options{})
		if got := annotations(a)[0].Status; got != want {
			t.Errorf("%s: got %s, want %s (%s, %s)", rule, got, want, diags, faults)
		}
	}
}
