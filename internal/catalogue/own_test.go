package catalogue

import (
	"slices"
	"strings"
	"testing"
)

// TestOwn: on what an obligation depends of the instance itself, and where on more.
func TestOwn(t *testing.T) {
	before, _, _ := strings.Cut(wellFormed, "  addressed = local.count")
	const rest = "\n gap = \"nothing\"\n"
	for lines, want := range map[string][]string{
		"addressed = self.backups" + rest:                                                            {"backups"},
		"addressed = self.backups\n gap = \"${self.image} in ${self.name}\"\n":                       {"backups", "image", "name"},
		"addressed = configured.vpc_uuid && self.image == \"\"" + rest:                               {"image", "vpc_uuid"},
		"addressed = local.x\n locals {\n x = self.image == \"\"\n }" + rest:                         {"image"},
		"addressed = anytrue([for t in self.tags : t == \"a\"])" + rest:                              {"tags"},
		"addressed = anytrue([for f in related.firewall : f.status == \"\"])" + rest:                 nil,
		"addressed = self.backups\n gap = \"${join(\", \", related.firewall[*].name)}\"\n":           nil,
		"addressed = self.backups\n gap = \"${self.address}\"\n":                                     nil,
		"addressed = jsonencode(self) == \"\"" + rest:                                                nil,
		"addressed = is_set(self.vpc_uuid, self.address)" + rest:                                     nil,
		"addressed = lifecycle.prevent_destroy" + rest:                                               nil,
		"addressed = length(related.firewall) > 0\n gap = \"${length(related.firewall)} of them\"\n": nil,
	} {
		c, diags := load(t, map[string]string{"rules.hcl": before + lines + "\n}\n"})
		if diags != "" {
			t.Fatal(diags)
		}
		got, ok := c.Obligations[0].Own()
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("%s: got %v, %t", lines, got, ok)
		}
	}
}
