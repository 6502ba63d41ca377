package rulebook

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
)

const rulesText = `
product "droplet" {
  title         = "Droplets"
  service_model = "IaaS"
  resources     = ["digitalocean_droplet"]
  basis         = "stated"
  layers        = { backups = "shared" }
  shared "backups" {
    customer     = "Switches them on."
    digitalocean = "Makes them."
  }
}
obligation "acme-backups" {
  title     = "=HYPERLINK(\"x\") | <b>backups</b>"
  resources = ["digitalocean_droplet"]
  layer     = "backups"
  owner     = "shared"
  severity  = "high"
  controls  = { "nist-csf-2.0" = ["PR.DS-11"] }
  aliases   = ["X-1"]
  basis     = "derived"
  why       = "Disks fail."
  remedy    = "Set \u001b[31mbackups."
  addressed = self.backups == true
  gap       = "off"
}
obligation "acme-patches" {
  title     = "Patch"
  resources = ["digitalocean_droplet"]
  layer     = "operating_system"
  owner     = "customer"
  severity  = "low"
  basis     = "derived"
  why       = "Holes are found."
  remedy    = "Patch."
  question  = "Who patches?"
  waivable  = false
}
`

func rules(t *testing.T) *catalogue.Catalogue {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/acme.hcl", []byte(rulesText), 0o644); err != nil {
		t.Fatal(err)
	}
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load()}, catalogue.Source{Name: "acme", FS: os.DirFS(dir)})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return c
}

func TestSelect(t *testing.T) {
	c := rules(t)
	tests := []struct {
		filter Filter
		want   string
	}{
		{Filter{}, "acme-backups acme-patches"},
		{Filter{Severity: "medium"}, "acme-backups"},
		{Filter{Owner: "customer"}, "acme-patches"},
		{Filter{Layer: "backups"}, "acme-backups"},
		{Filter{Product: "droplet", Control: "PR.DS-11"}, "acme-backups"},
		{Filter{Control: "nist-csf-2.0"}, "acme-backups"},
		{Filter{Control: "PR.AA-01"}, ""},
	}
	for _, test := range tests {
		list, err := Select(c, test.filter)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, r := range list {
			ids = append(ids, r.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.filter, got, test.want)
		}
	}
	if _, err := Select(c, Filter{Severity: "grave"}); err == nil {
		t.Error("an unknown severity must be told")
	}
}

func TestFormats(t *testing.T) {
	list, err := Select(rules(t), Filter{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range Formats() {
		var b strings.Builder
		if err := f.Write(&b, list, View{Width: 80}); err != nil {
			t.Fatal(err)
		}
		out[f.Name] = b.String()
	}
	var document struct{ Obligations []Rule }
	if err := json.Unmarshal([]byte(out["json"]), &document); err != nil || len(document.Obligations) != 2 {
		t.Errorf("JSON: %v\n%s", err, out["json"])
	}
	rows, err := csv.NewReader(strings.NewReader(out["csv"])).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("CSV: %v\n%s", err, out["csv"])
	}
	if title := rows[1][slices.Index(rows[0], "title")]; title[0] != '\'' {
		t.Errorf("a spreadsheet would take %q for a formula", title)
	}
	if !strings.Contains(out["markdown"], `\| &lt;b>backups`) {
		t.Errorf("Markdown must not be steered by a title:\n%s", out["markdown"])
	}
	if !strings.Contains(out["text"], "(statement)") {
		t.Errorf("the list tells what only a statement answers:\n%s", out["text"])
	}
}

func TestExplain(t *testing.T) {
	c := rules(t)
	tests := map[string][]string{
		"acme-backups": {"Switches them on.", "nist-csf-2.0", "PR.DS-11", "Known as", "X-1", "Backups and recovery", "derived: "},
		"acme-patches": {"Terraform cannot show it.", "Who patches?", "not accepted"},
	}
	for id, wanted := range tests {
		var b strings.Builder
		if err := Explain(&b, c.Obligation(id), Sources{}, View{Width: 80}); err != nil {
			t.Fatal(err)
		}
		for _, want := range wanted {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: want %q in:\n%s", id, want, b.String())
			}
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Errorf("%s: an escape of the rule reaches the terminal", id)
		}
	}
}
