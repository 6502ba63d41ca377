package catalogue

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// TestUses: only where it is certain that it does not matter are linked
// instances left out of what a rule sees.
func TestUses(t *testing.T) {
	for rule, want := range map[string]Use{
		`self.backups`:                                                           {Kinds: true, Head: namesWhole},
		`length(related.x) > 0`:                                                  {Kinds: true, Enough: 1, Head: namesWhole},
		`2 <= length(related.x)`:                                                 {Kinds: true, Enough: 3, Head: namesWhole},
		`length(related.x) == 0`:                                                 {Kinds: true, Enough: 1, Head: namesWhole},
		`length(related.x) + length(self.y) > 1`:                                 {Kinds: true, Enough: 2, Head: namesWhole},
		`(length(related.x) + length(related.y)) > 0`:                            {Kinds: true, Enough: 1, Head: namesWhole},
		`length(related.y) > 0 && anytrue([for i in related.y : i.a])`:           {Kinds: true, Enough: 1, Head: namesWhole},
		`anytrue([for i in related.x : i.a])`:                                    {Kinds: true},
		`alltrue([for i in related.x : i.a if i.b]) || length(related.x) > 3`:    {Kinds: true, Enough: 4},
		`names(related.x)`:                                                       {Head: namesWhole},
		`length(related.x) > self.count`:                                         {Head: namesWhole},
		`length(related.x) * 2 > 3`:                                              {Head: namesWhole},
		`length(related.x) - 1 > 3`:                                              {Head: namesWhole},
		`length(related.x) > 0.5`:                                                {Kinds: true, Enough: 1, Head: namesWhole},
		`length(related.x) > -1`:                                                 {Head: namesWhole},
		`anytrue([for n, i in related.x : n == 1])`:                              {},
		`length([for i in related.x : i if i.a]) > 0`:                            {},
		`related.x[0].a == 1`:                                                    {},
		`related["x"][0].a == 1`:                                                 {},
		`length(related.x) > 0 && contains(related.x[*].a, 1)`:                   {Kinds: true, Enough: 1},
		`anytrue([for i in related.x : length(related.x) > 1])`:                  {Kinds: true, Enough: 2},
		`anytrue([for i in related.x : anytrue([for j in related.x : j == i])])`: {Kinds: true},
		`world_reaches(self.r, "tcp", flatten([for i in related.x : [for r in i.r : r.p]]))`: {Kinds: true},
		`world_reaches(self.r, "tcp", [for i in related.x : length(related.x) > 1])`:         {Kinds: true, Enough: 2},
		`join(",", flatten([for i in related.x : i.ps]))`:                                    {},
		`anytrue(true ? related.x[*].a : [])`:                                                {Kinds: true},
		`{for i in related.x : i.a => i.b...}`:                                               {},
		`[for i in related.x : i.a]`:                                                         {},
		`length(distinct(related.x[*].a)) > 3`:                                               {},
		`contains(distinct(related.x[*].a), 3)`:                                              {Kinds: true},
		`values(related) == 1`:                                                               {},
	} {
		x, diags := hclsyntax.ParseExpression([]byte(rule), "r.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if got := useOf("x", nil, x); got.Kinds != want.Kinds || got.Head != want.Head || want.Kinds && got.Enough != want.Enough {
			t.Errorf("%s: got %+v, want %+v", rule, got, want)
		}
	}
}

// TestUsesOfLocals: a list that a local holds is followed to what takes it.
func TestUsesOfLocals(t *testing.T) {
	parse := func(text string) hcl.Expression {
		x, diags := hclsyntax.ParseExpression([]byte(text), "r.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return x
	}
	locals := []Local{
		{Name: "all", Expression: parse(`[for i in related.x : i if i.a]`)},
		{Name: "ports", Expression: parse(`flatten([for i in local.all : i.ports])`)},
	}
	for rule, want := range map[string]bool{
		`contains(local.ports, 1)`:                            true,
		`contains(local.ports, 1) && anytrue(local.all[*].a)`: true,
		`true`:                    true,
		`local.ports[0] == 1`:     false,
		`length(local.ports) > 0`: false,
		`length(local.all) > 0`:   false,
		`jsonencode(local) == ""`: false,
		`anytrue([for p in local.ports : contains([1], p)])`: true,
	} {
		if got := useOf("x", locals, parse(rule)); got.Kinds != want {
			t.Errorf("%s: got %+v", rule, got)
		}
	}
}

// TestCounted: who only counts linked instances need not see what they hold.
func TestCounted(t *testing.T) {
	for rule, want := range map[string]bool{
		`length(related.x) > 0`:                                        true,
		`length(related.x) > 0 || 3 > length(related.x)`:               true,
		`length(related.x) + length(related.y) > 0`:                    true,
		`length(related.x) > 0 && anytrue([for i in related.y : i.a])`: true,
		`length(related.x) > 0 && anytrue([for i in related.x : i.a])`: false,
		`length(related.x) > length(related.y)`:                        false,
		`length(related.x) > 0 && names(related.x) != ""`:              false,
		`self.backups`: true, // there is nothing that it asks of them
	} {
		x, diags := hclsyntax.ParseExpression([]byte(rule), "r.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if got := useOf("x", nil, x); got.Counted != want {
			t.Errorf("%s: got %+v", rule, got)
		}
	}
}
