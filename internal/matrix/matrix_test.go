package matrix

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/terminal"
)

var update = flag.Bool("update", false, "rewrite golden files")

func infrastructure() *report.Report {
	entry := func(id, layer string, s assess.Status) report.Entry {
		return report.Entry{ID: id, Title: id, Layer: layer, Severity: "high", Status: s}
	}
	return &report.Report{
		Inputs: []report.Input{{Path: "plan.json"}},
		Products: []report.Product{
			{
				ID: "database", Title: "Managed Databases", ServiceModel: "PaaS", Basis: "stated",
				Layers: map[string]catalogue.Owner{
					"data": catalogue.Customer, "backups": catalogue.Shared, "operating_system": catalogue.DigitalOcean,
				},
				Shared:    map[string]report.Halves{"backups": {Customer: "Tests the restore.", DigitalOcean: "Makes daily backups."}},
				Inherited: []string{"Patches of operating system and engine."},
				Guide:     "https://www.digitalocean.com/security/shared-responsibility-model-managed-databases",
			},
			{
				ID: "droplet", Title: "Droplets", ServiceModel: "IaaS", Basis: "stated",
				Layers: map[string]catalogue.Owner{
					"data": catalogue.Customer, "operating_system": catalogue.Customer, "backups": catalogue.Shared, "hypervisor": catalogue.DigitalOcean,
				},
				Shared:    map[string]report.Halves{"backups": {Customer: "Switches backups on | tests them.", DigitalOcean: "Makes and keeps them."}},
				Inherited: []string{"Hosts, hypervisor and the isolation between customers."},
			},
			{ID: "uptime", Title: "Uptime", ServiceModel: "SaaS", Basis: "derived", Layers: map[string]catalogue.Owner{"monitoring": catalogue.Shared}},
		},
		Resources: []report.Group{
			{Address: "digitalocean_droplet.web", Instances: []string{"digitalocean_droplet.web[0]"}, Product: "droplet", Obligations: []report.Entry{
				entry("droplet-backups", "backups", assess.Unaddressed), entry("droplet-os-updates", "operating_system", assess.Attested),
			}},
			{Address: "digitalocean_droplet.web", Instances: []string{"digitalocean_droplet.web[1]"}, Product: "droplet", Obligations: []report.Entry{
				entry("droplet-backups", "backups", assess.Addressed), entry("droplet-os-updates", "operating_system", assess.Attested),
			}},
			{Address: "digitalocean_database_cluster.main", Instances: []string{"digitalocean_database_cluster.main"}, Product: "database", Obligations: []report.Entry{
				entry("database-restore", "backups", assess.Undetermined),
			}},
		},
	}
}

func TestNew(t *testing.T) {
	m := New(infrastructure())
	var models, layers []string
	for _, model := range m.Models {
		models = append(models, model.Name)
	}
	for _, l := range m.Layers {
		layers = append(layers, l.ID)
	}
	if diff := cmp.Diff([]string{"IaaS", "PaaS", "SaaS"}, models); diff != "" {
		t.Errorf("models: %s", diff)
	}
	if diff := cmp.Diff([]string{"data", "operating_system", "backups", "monitoring", "hypervisor"}, layers); diff != "" {
		t.Errorf("layers, nearest to the customer first and only those in use: %s", diff)
	}
	droplet := m.Products()[0]
	if droplet.Resources != 1 || droplet.Tally != (Tally{Addressed: 1, Attested: 2, Unaddressed: 1}) {
		t.Errorf("a block whose instances differ is one resource: %+v", droplet)
	}
	backups := m.Layers[2].Cells[0]
	if backups.Tally != (Tally{Addressed: 1, Unaddressed: 1}) || len(backups.Duties) != 1 {
		t.Errorf("one duty of two groups: %+v", backups)
	}
}

// TestLayerWithoutOwner holds that a duty is never left out of the chart.
func TestLayerWithoutOwner(t *testing.T) {
	r := infrastructure()
	r.Resources[0].Obligations[0].Layer = "people"
	for _, l := range New(r).Layers {
		if l.ID == "people" && l.Cells[0].Owner == catalogue.Customer && l.Cells[0].Tally.Unaddressed == 1 {
			return
		}
	}
	t.Error("the duty in a layer that the product does not name is lost")
}

func TestFormats(t *testing.T) {
	m := New(infrastructure())
	for _, f := range Formats() {
		golden(t, f.Name+".golden", write(t, f.Name, m, View{}))
	}
	golden(t, "narrow.golden", write(t, "text", m, View{Width: 40}))
	golden(t, "colour.golden", write(t, "text", m, View{Width: 100, Color: true}))
}

func TestTextFits(t *testing.T) {
	r := infrastructure()
	for n := range 12 {
		p := r.Products[n%3]
		p.ID, p.Title = p.ID+strings.Repeat("x", n), "A product with a long name "+strings.Repeat("x", n)
		r.Products = append(r.Products, p)
	}
	for _, width := range []int{40, 60, 80, 100} {
		for n, line := range strings.Split(write(t, "text", New(r), View{Width: width}), "\n") {
			if columns := terminal.Columns(line); columns > width && !strings.Contains(line, "https://") {
				t.Errorf("width %d: line %d has %d columns: %s", width, n+1, columns, line)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	for _, f := range Formats() {
		if out := write(t, f.Name, New(&report.Report{}), View{}); out == "" {
			t.Errorf("%s says nothing of an empty chart", f.Name)
		}
	}
}

func TestHostile(t *testing.T) {
	r := infrastructure()
	r.Products[1].Title = "=cmd()|<b>\x1b[2J\u202e`x`"
	r.Products[1].Inherited = []string{"@x | <script>\x1b"}
	m := New(r)
	for _, f := range Formats() {
		out := write(t, f.Name, m, View{})
		if strings.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("%s lets text steer a terminal", f.Name)
		}
	}
	if out := write(t, "markdown", m, View{}); strings.Contains(out, "<script>") || strings.Contains(out, "<b>") {
		t.Error("Markdown lets text be HTML")
	}
	records, err := csv.NewReader(strings.NewReader(write(t, "csv", m, View{}))).ReadAll()
	if err != nil || strings.HasPrefix(records[1][2], "=") {
		t.Errorf("CSV lets a title be a formula: %q, %v", records[1], err)
	}
	if !json.Valid([]byte(write(t, "json", m, View{}))) {
		t.Error("no JSON")
	}
}

func write(t *testing.T, format string, m *Matrix, v View) string {
	t.Helper()
	for _, f := range Formats() {
		if f.Name == format {
			var b bytes.Buffer
			if err := f.Write(&b, m, v); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("no format %s", format)
	return ""
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
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
