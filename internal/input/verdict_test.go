package input_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/rules"
)

const plans = "../../testdata/plans"

// schema is decoded once for all tests.
var schema = sync.OnceValue(provider.Load)

// loadRules reads the built-in catalogue once for all tests.
var loadRules = sync.OnceValues(func() (*catalogue.Catalogue, error) {
	options := catalogue.Options{Schema: schema(), Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	c, _, diags := catalogue.Load(options, catalogue.Source{Name: "rules", FS: rules.FS})
	if diags.HasErrors() {
		return nil, diags
	}
	return c, nil
})

// assessed reads one input and assesses it.
func assessed(t *testing.T, path, source string) *assess.Assessment {
	t.Helper()
	c, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	in := input.Read([]string{path}, input.Options{Schema: schema(), Source: source})
	if in.Diagnostics.HasErrors() {
		t.Fatal(in.Diagnostics)
	}
	a, diags := assess.Assess(in.Inventory, c, assess.Options{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return a
}

func verdicts(a *assess.Assessment, id string) map[string]assess.Status {
	found := map[string]assess.Status{}
	for annotation := range a.All() {
		if annotation.Obligation.ID == id {
			found[annotation.Instance.Address] = annotation.Status
		}
	}
	return found
}

// expected reads testdata/plans/EXPECTED.md: what is true of each Droplet.
func expected(t *testing.T) (rows []row) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(plans, "EXPECTED.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 6 || !regexp.MustCompile(`^ [0-9]{2}-`).MatchString(cells[1]) {
			continue
		}
		rows = append(rows, row{
			folders: strings.Split(strings.TrimSpace(cells[1]), ", "), instances: cells[2],
			withSource: strings.TrimSpace(cells[3]), alone: strings.TrimSpace(cells[4]),
		})
	}
	if len(rows) < 10 {
		t.Fatalf("only %d rows", len(rows))
	}
	return rows
}

type row struct {
	folders           []string
	instances         string
	withSource, alone string
}

// addresses are those of a folder's verdicts that the row speaks of.
func (r row) addresses(found map[string]assess.Status) (list []string) {
	var patterns []*regexp.Regexp
	for _, name := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(r.instances, -1) {
		pattern := regexp.QuoteMeta(name[1])
		pattern = regexp.MustCompile(`\\\[(\d)\\\.\\\.(\d)\\\]`).ReplaceAllString(pattern, `\[[$1-$2]\]`)
		if strings.HasPrefix(name[1], "[") { // `…worker["alpha"]`, `["beta"]`
			pattern = `.*` + pattern
		} else if !strings.Contains(name[1], ".") { // `web[1]`, `vanished`
			pattern = `digitalocean_droplet\.` + pattern
		}
		patterns = append(patterns, regexp.MustCompile("^"+pattern+"$"))
	}
	for address := range found {
		matches := len(patterns) == 0 // "every Droplet"
		for _, p := range patterns {
			matches = matches || p.MatchString(address)
		}
		if matches {
			list = append(list, address)
		}
	}
	return list
}

// allows tells whether a verdict is what the table says; "keep addressed; the
// rest addressed or undetermined" allows both.
func allows(cell string, s assess.Status) bool {
	return strings.Contains(" "+strings.NewReplacer(";", " ", "`", " ").Replace(cell)+" ", " "+string(s)+" ")
}

func TestFirewallVerdicts(t *testing.T) {
	for _, r := range expected(t) {
		for _, folder := range r.folders {
			t.Run(folder, func(t *testing.T) {
				dir := filepath.Join(plans, folder)
				both := verdicts(assessed(t, filepath.Join(dir, "plan.json"), dir), "droplet-firewall")
				alone := verdicts(assessed(t, filepath.Join(dir, "plan.json"), input.NoSource), "droplet-firewall")
				list := r.addresses(both)
				if r.withSource == "not in the report" {
					if len(list) > 0 {
						t.Errorf("%v must not be in the report", list)
					}
					return
				}
				if len(list) == 0 {
					t.Errorf("nothing matches %s among %v", r.instances, both)
				}
				if strings.Contains(r.alone, "`keep` addressed") && alone["digitalocean_droplet.keep"] != assess.Addressed {
					t.Errorf("alone keep is %s", alone["digitalocean_droplet.keep"])
				}
				for _, address := range list {
					if !allows(r.withSource, both[address]) {
						t.Errorf("with source %s is %s, want %s", address, both[address], r.withSource)
					}
					if !allows(r.alone, alone[address]) {
						t.Errorf("alone %s is %s, want %s", address, alone[address], r.alone)
					}
				}
			})
		}
	}
}

func TestAdminPorts(t *testing.T) {
	want := map[string]assess.Status{
		"foreach_for": assess.Unaddressed, "tag_literal": assess.Unaddressed, "local_dynamic": assess.Unaddressed,
		"per[0]": assess.Unaddressed, "per[1]": assess.Unaddressed, "per[2]": assess.Unaddressed,
		"mixed_literal": assess.Unaddressed, "conditional": assess.Unaddressed,
		"single": assess.Addressed, "splat": assess.Addressed, "index": assess.Addressed,
		"values_splat": assess.Addressed, "key": assess.Addressed, "tag_ref": assess.Addressed,
		"dynamic_unknown": assess.Undetermined,
	}
	dir := filepath.Join(plans, "01-firewall-shapes")
	for _, source := range []string{dir, input.NoSource} {
		got := verdicts(assessed(t, filepath.Join(dir, "plan.json"), source), "firewall-admin-ports")
		for name, status := range want {
			if s := got["digitalocean_firewall."+name]; s != status {
				t.Errorf("source %s: %s is %s, want %s", source, name, s, status)
			}
		}
	}
}

// TestEnginesAgree: plans of one configuration by different versions of
// Terraform, and by OpenTofu, give one report.
func TestEnginesAgree(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(plans, "*", "plan.t[fo]*.json"))
	if err != nil || len(files) < 10 {
		t.Fatalf("only %d plans of other engines: %v", len(files), err)
	}
	wanted := map[string]string{}
	for _, file := range files {
		dir := filepath.Dir(file)
		for _, source := range []string{dir, input.NoSource} {
			want, ok := wanted[dir+source]
			if !ok {
				want = asJSON(t, assessed(t, filepath.Join(dir, "plan.json"), source))
				wanted[dir+source] = want
			}
			if got := asJSON(t, assessed(t, file, source)); got != want {
				t.Errorf("%s, source %s:\n%s", file, source, cmp.Diff(want, got))
			}
		}
	}
}

// asJSON is the whole report but for what names the file and the engine.
func asJSON(t *testing.T, a *assess.Assessment) string {
	t.Helper()
	r := report.Build(a, report.Options{})
	r.Inputs[0].Path, r.Inputs[0].TerraformVersion = "", ""
	var out bytes.Buffer
	for _, f := range report.Formats() {
		if f.Name == "json" {
			if err := f.Write(&out, r, report.View{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.String()
}
