package relate

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// verdict is the answer of a relation's `where`.
type verdict uint8

const (
	yes verdict = iota
	no
	maybe
)

// where asks the relation's condition. One that cannot be evaluated is taken as
// unknown: no link may rest on an error.
func (g *Graph) where(r *catalogue.Relation, from, to *inventory.Instance) verdict {
	if r.Where == nil {
		return yes
	}
	ctx := g.catalogue.RelationContext(Object(from), Object(to))
	value, diags := r.Where.Value(ctx)
	value, _ = value.UnmarkDeep()
	switch {
	case diags.HasErrors(), !value.IsKnown(), value.IsNull(), value.Type() != cty.Bool:
		return maybe
	case value.True():
		return yes
	}
	return no
}

// Object is an instance as expressions of rules see it: its values, without
// marks of origin, and what there is besides.
func Object(i *inventory.Instance) cty.Value {
	return catalogue.Seen(catalogue.Attributes(i, bare), i, i.Address)
}

func bare(_ string, v cty.Value) cty.Value { return inventory.Bare(v) }
