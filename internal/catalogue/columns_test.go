package catalogue

import (
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/provider"
)

// columnsOf are the columns of rules with one Droplet obligation that has these lines.
func columnsOf(t *testing.T, lines string) *Columns {
	t.Helper()
	before, _, _ := strings.Cut(wellFormed, "  addressed = local.count")
	c, diags := load(t, map[string]string{"rules.hcl": before + lines + "\n}\n"})
	if diags != "" {
		t.Fatal(diags)
	}
	return c.Columns(provider.Load())
}

// What expressions read is worked out from how they are written. What cannot be
// followed is read whole. Tags are for statements, ids and names for the relation.
func TestColumns(t *testing.T) {
	const rest = "\n gap = \"nothing\"\n"
	tests := []struct{ lines, droplet, firewall string }{
		{`addressed = self.backups` + rest, "backups tags | id", "name tags | droplet_ids"},
		{`addressed = self["backups"]` + rest, "backups tags | id", "name tags | droplet_ids"},
		{`addressed = configured.vpc_uuid` + rest, "tags vpc_uuid | id", "name tags | droplet_ids"},
		{"addressed = true\n gap = \"${self.name} at ${self.address}\"\n", "name tags | id", "name tags | droplet_ids"},
		{"arises = self.image == \"x\"\n addressed = true" + rest, "image tags | id", "name tags | droplet_ids"},
		{`addressed = self.id != ""` + rest, "id tags", "name tags | droplet_ids"},
		{`addressed = jsonencode(self) != ""` + rest, "*", "name tags | droplet_ids"},
		{`addressed = self == null` + rest, "*", "name tags | droplet_ids"},
		{`addressed = anytrue([for k, v in self : v != null])` + rest, "*", "name tags | droplet_ids"},
		{`addressed = self[self.name] != ""` + rest, "*", "name tags | droplet_ids"},
		{`addressed = self[*].backups == [true]` + rest, "backups tags | id", "name tags | droplet_ids"},
		{`addressed = { x = self }.x.backups` + rest, "*", "name tags | droplet_ids"},
		{`addressed = (true ? self : null).backups` + rest, "backups tags | id", "name tags | droplet_ids"},
		{`addressed = length(related.firewall) > 0` + rest, "tags | id", "name tags | droplet_ids"},
		{`addressed = related.firewall == []` + rest, "tags | id", "*"},
		{`addressed = jsonencode(related) != ""` + rest, "tags | id", "*"},
		{`addressed = related.firewall[0].status == ""` + rest, "tags | id", "name status tags | droplet_ids"},
		{`addressed = related.firewall[parseint(self.name, 10)].status == ""` + rest, "name tags | id", "name status tags | droplet_ids"},
		{`addressed = related["firewall"][0].status == ""` + rest, "tags | id", "name status tags | droplet_ids"},
		{`addressed = related.firewall[*].status == []` + rest, "tags | id", "name status tags | droplet_ids"},
		{`addressed = anytrue([for f in related.firewall : f.status == "" if f.created_at != ""])` + rest, "tags | id", "created_at name status tags | droplet_ids"},
		{`addressed = length([for f in related.firewall : f if f.status == ""]) > 0` + rest, "tags | id", "name status tags | droplet_ids"},
		{`addressed = length([for f in related.firewall : [f]]) > 0` + rest, "tags | id", "*"},
		{`addressed = anytrue([for f in concat(related.firewall, []) : f.status == ""])` + rest, "tags | id", "name status tags | droplet_ids"},
		{`addressed = anytrue([for self in related.firewall : self.status == ""])` + rest, "tags | id", "name status tags | droplet_ids"},
		{"addressed = local.f[0].status == \"\"\n locals {\n f = related.firewall\n }" + rest, "tags | id", "name status tags | droplet_ids"},
		{"addressed = true\n locals {\n s = self\n unused = local.s.image\n }" + rest, "image tags | id", "name tags | droplet_ids"},
	}
	for _, test := range tests {
		got := columnsOf(t, test.lines).String()
		want := "digitalocean_droplet " + test.droplet + "\ndigitalocean_firewall " + test.firewall + "\n"
		if got != want {
			t.Errorf("%s\ngot:\n%swant:\n%s", test.lines, got, want)
		}
	}
}

func TestColumnsAnswer(t *testing.T) {
	c, err := ParseColumns("# head\ndigitalocean_droplet image | id\ndigitalocean_vpc *\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		typ, attribute  string
		keep, joinsOnly bool
	}{
		{"digitalocean_droplet", "image", true, false},
		{"digitalocean_droplet", "id", true, true},
		{"digitalocean_droplet", "name", false, false},
		{"digitalocean_vpc", "name", true, false},
		{"digitalocean_app", "id", false, false},
		{provider.Terraform, "backend", true, false},
		{provider.Account, "anything", true, false},
	} {
		if got := c.Keep(test.typ, test.attribute); got != test.keep {
			t.Errorf("Keep(%s, %s) = %t", test.typ, test.attribute, got)
		}
		if got := c.JoinsOnly(test.typ, test.attribute); got != test.joinsOnly {
			t.Errorf("JoinsOnly(%s, %s) = %t", test.typ, test.attribute, got)
		}
	}
	if _, err := ParseColumns("digitalocean_droplet image,id\n"); err == nil {
		t.Error("no fault in a line that String does not write")
	}
}
