package catalogue

import (
	"maps"
	"reflect"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestReads(t *testing.T) {
	tests := []struct {
		text                 string
		self, address, order bool
		enough               int
	}{
		{`length(related.firewall) > 0`, false, false, false, 1},
		{`anytrue([for a in related.alert : a.enabled])`, false, false, false, 1},
		{`alltrue([for a in related.alert : a.enabled if a.type == "x"])`, false, false, false, 1},
		{`2 >= length(related.firewall) || length(related.firewall) == 0`, false, false, false, 3},
		{`length(related.firewall) == length(related.alert)`, false, false, false, 0},
		{`length(related.firewall) > 0 && max(1, length(related.firewall)) > 0`, false, false, false, 0},
		{`length(related.firewall) > 1.5`, false, false, false, 0},
		{`length(related.firewall) + 1 > 1`, false, false, false, 0},
		{`is_set(self.vpc_uuid, self.address)`, false, false, false, 1},
		{`self.address == "x"`, true, false, false, 1},
		{`jsonencode(self)`, true, false, false, 1},
		{`join(", ", related.database[*].address)`, false, true, true, 0},
		{`join(", ", [for lb in related.load_balancer : lb.address])`, false, true, true, 0},
		{`related.droplet[0].name`, false, false, true, 0},
		{`[for r in related.record : r.type]`, false, false, true, 0},
		{`[for r in related.record : r]`, false, true, true, 0},
		{`jsonencode(related.record)`, false, true, true, 0},
		{`anytrue([for n, r in related.record : n > 2])`, false, false, true, 0},
	}
	for _, test := range tests {
		e, diags := hclsyntax.ParseExpression([]byte(test.text), "rule.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		r := readsOf([]hcl.Expression{e})
		r.Counted = nil // see TestCounted
		if !reflect.DeepEqual(r, Reads{Self: test.self, Address: test.address, Order: test.order, Enough: test.enough}) {
			t.Errorf("%s: got %+v", test.text, r)
		}
	}
}

func TestCounted(t *testing.T) {
	tests := map[string]map[string]int{
		`length(related.a) > 0`:                                           {"a": 1},
		`length(related.a) > 0 || 2 <= length(related.a)`:                 {"a": 3},
		`length(related.a) > 0 && length(related.b) == 1`:                 {"a": 1, "b": 2},
		`length(related.a) > 0 && anytrue([for b in related.b : b.x])`:    {"a": 1},
		`length(related.a) > 0 && anytrue([for a in related.a : a.x])`:    {},
		`length(related.a) > 0 && related.a[0].x`:                         {},
		`length(related.a) > 0 && length(related) > 0`:                    {},
		`length(related.a) > length(related.b)`:                           {},
		`length(related.a) > 0 && join(", ", related.a[*].address) != ""`: {},
		`max(length(related.a), 1) > 0`:                                   {},
		`length(concat(related.a, related.b)) > 0`:                        {},
	}
	for text, want := range tests {
		e, diags := hclsyntax.ParseExpression([]byte(text), "rule.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if got := counted([]hcl.Expression{e}); !maps.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}
