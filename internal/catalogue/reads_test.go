package catalogue

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestReads(t *testing.T) {
	tests := []struct {
		text                 string
		self, address, order bool
	}{
		{`length(related.firewall) > 0`, false, false, false},
		{`anytrue([for a in related.alert : a.enabled])`, false, false, false},
		{`alltrue([for a in related.alert : a.enabled if a.type == "x"])`, false, false, false},
		{`is_set(self.vpc_uuid, self.address)`, false, false, false},
		{`self.address == "x"`, true, false, false},
		{`jsonencode(self)`, true, false, false},
		{`join(", ", related.database[*].address)`, false, true, true},
		{`join(", ", [for lb in related.load_balancer : lb.address])`, false, true, true},
		{`related.droplet[0].name`, false, false, true},
		{`[for r in related.record : r.type]`, false, false, true},
		{`[for r in related.record : r]`, false, true, true},
		{`jsonencode(related.record)`, false, true, true},
		{`anytrue([for i in related.x : anytrue([for j in related.x : i == j])])`, false, true, false},
		{`anytrue([for i in related.x : jsonencode(i) == ""])`, false, true, false},
		{`length(related.x[*]) > 0`, false, true, true},
		{`related.x == related.y`, false, true, true},
		{`jsonencode(related.x[0])`, false, true, true},
		{`anytrue([for n, r in related.record : n > 2])`, false, false, true},
	}
	for _, test := range tests {
		e, diags := hclsyntax.ParseExpression([]byte(test.text), "rule.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		r := (&Obligation{}).readsOf(e)
		if r != (Reads{Self: test.self, Address: test.address, Order: test.order}) {
			t.Errorf("%s: got %+v", test.text, r)
		}
	}
}

// TestSelections: a local that holds linked instances is followed.
func TestSelections(t *testing.T) {
	parse := func(text string) hcl.Expression {
		e, diags := hclsyntax.ParseExpression([]byte(text), "rule.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return e
	}
	for text, address := range map[string]bool{
		`anytrue([for r in local.texts : r.value == ""])`:       false,
		`length(local.texts) > 0`:                               false,
		`anytrue([for r in local.texts : r.address == ""])`:     true,
		`anytrue([for r in local.texts : jsonencode(r) == ""])`: true,
		`jsonencode(local.texts) == ""`:                         true,
		`local.texts[0] == null`:                                true,
		`local == {}`:                                           true,
		`anytrue([for r in local.fewer : r.value == ""])`:       false,
		`[for r in local.fewer : r]`:                            true,
		`anytrue(local.named)`:                                  true,
	} {
		o := &Obligation{Addressed: parse(text), Locals: []Local{
			{Name: "texts", Expression: parse(`[for r in related.record : r if r.type == "TXT"]`)},
			{Name: "fewer", Expression: parse(`[for r in local.texts : r if r.name == "@"]`)},
		}}
		if text == `anytrue(local.named)` {
			o.Locals = append(o.Locals, Local{Name: "named", Expression: parse(`[for r in local.fewer : r == null]`)})
		}
		if got, _ := o.Reads(); got.Address != address {
			t.Errorf("%s: got %+v", text, got)
		}
	}
}
