package statement

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

const complete = `
attest "droplet-os-updates" {
  resources = ["digitalocean_droplet.*"]
  by        = "ops@example.com"
  how       = "unattended-upgrades"
  on        = "2026-11-01"
}
waive "droplet-backups" {
  by     = "ops@example.com"
  reason = "stateless"
  until  = "2027-01-31"
}
settings {
  fail_on          = "medium"
  attestation_days = 90
}
obligation "own" {}
`

func TestRead(t *testing.T) {
	f, diags := Read([]byte(complete), ".srmlint.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if f.Settings.FailOn != "medium" || f.Settings.WarnDays != 30 {
		t.Errorf("settings: %+v", f.Settings)
	}
	attest, waive := f.Statements[0], f.Statements[1]
	if attest.Kind != Attestation || !attest.Until.Equal(day("2027-01-30")) {
		t.Errorf("an attestation counts attestation_days from `on`, got until %s", attest.Until)
	}
	if waive.Kind != Waiver || waive.Text != "stateless" || waive.Position.Line != 8 {
		t.Errorf("waiver: %+v", waive)
	}
	rules, _, _ := f.Rules.PartialContent(&hcl.BodySchema{
		Blocks: []hcl.BlockHeaderSchema{{Type: "obligation", LabelNames: []string{"id"}}},
	})
	if len(rules.Blocks) != 1 {
		t.Error("the organisation's own rules are left for the catalogue")
	}
}

func TestReadTellsWhatIsWrong(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"waiver without an end", `waive "x" { 
  by = "a" 
  reason = "b"
}`, "needs `until`"},
		{"waiver without a reason", `waive "x" { 
  by = "a" 
  until = "2027-01-31"
}`, "both `by` (who declares it) and `reason`"},
		{"attestation by nobody", `attest "x" { 
  how = "b" 
  on = "2026-01-01"
}`, "needs both `by`"},
		{"attestation without a date", `attest "x" { 
  by = "a" 
  how = "b"
}`, "Attestation without a date"},
		{"wrong argument", `attest "x" { 
  by = "a" 
  reason = "b" 
  on = "2026-01-01"
}`, "use `how`, not `reason`"},
		{"not a date", `waive "x" { 
  by = "a" 
  reason = "b" 
  until = "31.1.2027"
}`, `until = "31.1.2027" must be a day`},
		{"ends before it begins", `attest "x" { 
  by = "a" 
  how = "b" 
  on = "2026-02-01" 
  until = "2026-01-01"
}`, "Ends before it begins"},
		{"unknown argument", `waive "x" { 
  resource = ["a"]
}`, "resource"},
		{"too many alternatives", `attest "x" { 
  by = "a" 
  how = "b" 
  on = "2026-02-01" 
  resources = ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]
}`, "1000 alternatives at most"},
		{"two settings", "settings {}\nsettings {}", "Duplicate settings"},
		{"syntax", `waive "x" {`, "Unclosed configuration block"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, diags := Read([]byte(test.text), "dir/.srmlint.hcl")
			if got := diags.Error(); !strings.Contains(got, test.want) || !strings.Contains(got, "dir/.srmlint.hcl:") {
				t.Errorf("want %q with its place in %s", test.want, got)
			}
		})
	}
}

func TestOpenStatementsAreNoError(t *testing.T) {
	f, diags := Read([]byte(`attest "x" { 
  by = "" 
  how = ""
}`), "f")
	if diags.HasErrors() || !f.Statements[0].Open {
		t.Errorf("%v %+v", diags, f.Statements)
	}
}

func rules() *catalogue.Catalogue {
	const text = `
product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet"]
  basis         = "stated"
  layers        = { data = "customer" }
}
obligation "droplet-backups" {
  title     = "A"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  aliases   = ["X-1"]
  basis     = "stated"
  why       = "A."
  remedy    = "A."
  question  = "A?"
}
obligation "droplet-never" {
  title     = "A"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "high"
  basis     = "stated"
  why       = "A."
  remedy    = "A."
  question  = "A?"
  waivable  = false
}
`
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()},
		catalogue.Source{Name: "rules", FS: fstest.MapFS{"r.hcl": &fstest.MapFile{Data: []byte(text)}}})
	if diags.HasErrors() {
		panic(diags)
	}
	return c
}

func statements(t *testing.T, text, now string) (*Set, hcl.Diagnostics) {
	t.Helper()
	f, diags := Read([]byte(text), "f")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return NewSet(f.Statements, rules(), day(now), 30)
}

func waiver(id, until string) string {
	return "waive \"" + id + "\" {\n by = \"a\"\n reason = \"b\"\n until = \"" + until + "\"\n}\n"
}

func TestSetTellsWhatIsWrong(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown id", waiver("droplet-backup", "2027-01-31"), `Did you mean "droplet-backups"?`},
		{"not to be waived", waiver("droplet-never", "2027-01-31"), "forbids waivers"},
		{"has ended", waiver("X-1", "2026-11-22"), "counted until 2026-11-22"},
		{"ends soon", waiver("X-1", "2026-12-01"), "counts until 2026-12-01"},
		{"in force", waiver("X-1", "2027-06-01"), "no diagnostics"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, diags := statements(t, test.text, "2026-11-23")
			if !strings.Contains(diags.Error(), test.want) {
				t.Errorf("want %q in %s", test.want, diags)
			}
		})
	}
}

func TestLastDayCounts(t *testing.T) {
	c := rules()
	i := droplet("digitalocean_droplet.web")
	for now, want := range map[string]bool{"2026-11-22": true, "2026-11-23": true, "2026-11-24": false} {
		set, _ := statements(t, waiver("X-1", "2026-11-23"), now)
		inForce, expired := set.For(i, c.Obligation("droplet-backups"))
		if (inForce != nil) != want || (expired != nil) == want {
			t.Errorf("on %s: in force %v, expired %v", now, inForce, expired)
		}
	}
}

func TestIdle(t *testing.T) {
	c := rules()
	backups, i := c.Obligation("droplet-backups"), droplet("digitalocean_droplet.web")
	set, _ := statements(t, waiver("droplet-backups", "2027-06-01"), "2026-11-23")
	tests := []struct {
		name     string
		subjects []Subject
		want     string
	}{
		{"needed", []Subject{{i, backups, false}}, "no diagnostics"},
		{"addressed anyhow", []Subject{{i, backups, true}}, "is not needed"},
		{"needed by one", []Subject{{i, backups, true}, {i, backups, false}}, "no diagnostics"},
		{"nothing there", nil, "matches nothing"},
	}
	for _, test := range tests {
		if got := set.Idle(slices.Values(test.subjects)).Error(); !strings.Contains(got, test.want) {
			t.Errorf("%s: want %q in %s", test.name, test.want, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(complete)
	f.Fuzz(func(_ *testing.T, text string) { Read([]byte(text), "f") })
}
