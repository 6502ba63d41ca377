package statement

import (
	"strings"
	"testing"
)

func TestTemplate(t *testing.T) {
	o := rules().Obligation("droplet-backups")
	o.Question = "Who makes backups?"
	var out strings.Builder
	duties := []Duty{{o, []string{"digitalocean_droplet.a", "digitalocean_droplet.b\nattest \"x\" {}"}}}
	if err := Template(&out, duties, "2026-11-23"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# Droplets\n", "# Who makes backups? (high)\n", "attest \"droplet-backups\" {"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("want %q in\n%s", want, out.String())
		}
	}
	f, diags := Read([]byte(out.String()), FileName)
	if diags.HasErrors() || len(f.Statements) != 1 || !f.Statements[0].Open {
		t.Errorf("the template must read as one open statement: %v %+v", diags, f.Statements)
	}
}
