package tfexpr

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// limitedScope has a small budget of work.
type limitedScope struct {
	testScope
	left *int
}

func (s limitedScope) Spend(n int) bool {
	*s.left -= n
	return *s.left >= 0
}

// FuzzEvaluate: no expression crashes the evaluator, and its result keeps to
// the package's rules: known scalars have no origins, unknown values have some mark.
func FuzzEvaluate(f *testing.F) {
	for _, seed := range []string{
		`[for d in web : d.id if d.ip != ""]`, `maybe ? a : b`, `flatten([[a.id], list])`, `merge(app, unknown)[key]`,
		`"%{for x in some}${x.id}%{endfor}"`, `try(some[0].id, web[number].id)`, `setsubtract(toset(web[*].id), list)...`,
		`{ for k, v in app : v.id => k... }`, `element(concat(some[*].id, [""]), 0)`, `format("%5s|%v", a.id, [1])`,
		`zipmap(list, web[*].id)`, `lookup(app, key, a).id`, `slice(web[*], 0, 1)`, `jsondecode(password)`,
		`maybe ? { x = a.id } : { y = [b.id] }`, `[{ x = 1 }, { y = 2 }, null][number]`, `{ (key) = { x = 1 }, y = {} }`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 2000 || CheckNesting([]byte(source), "") != nil {
			return
		}
		x, diags := hclsyntax.ParseExpression([]byte(source), "fuzz.tf", hcl.InitialPos)
		if diags.HasErrors() {
			return
		}
		left := 100_000
		v, diags := Evaluate(x, limitedScope{newTestScope(), &left})
		for _, d := range diags {
			if d.Summary == InternalError {
				t.Fatal(d)
			}
		}
		check(t, source, v)
		for _, want := range []cty.Type{cty.String, cty.List(cty.Number), cty.Set(cty.String), cty.Map(cty.String)} {
			if shaped, err := Shape(v, want); err == nil && len(shaped.Type().TestConformance(listed(want))) > 0 {
				t.Fatalf("%s: %#v is not of type %#v", source, shaped, want)
			}
			if conformed, err := Conform(v, want, nil); err == nil {
				check(t, source, conformed)
			}
		}
	})
}

func check(t *testing.T, source string, v cty.Value) {
	inner, marks := v.Unmark()
	origin := false
	for m := range marks {
		switch m.(type) {
		case inventory.Origin, *many:
			origin = true
		}
	}
	if inner.IsKnown() == origin {
		t.Fatalf("%s: marks of %#v", source, v)
	}
	if inner.IsKnown() && !inner.IsNull() && inner.CanIterateElements() {
		for it := inner.ElementIterator(); it.Next(); {
			_, element := it.Element()
			check(t, source, element)
		}
	}
}
