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

// whereKey is what the answer depends on where no address is asked for.
type whereKey struct {
	relation *catalogue.Relation
	from, to *inventory.Object
}

// where asks the relation's condition, once for instances that are alike.
func (a *Asker) where(r *catalogue.Relation, from, to *inventory.Instance) verdict {
	if a.tables[r].alone {
		return a.Graph.where(r, from, to)
	}
	k := whereKey{r, from.Object, to.Object}
	v, ok := a.wheres[k]
	if !ok {
		v = a.Graph.where(r, from, to)
		a.wheres[k] = v
	}
	return v
}

// where asks the relation's condition. One that cannot be evaluated is taken as
// unknown: no link may rest on an error.
func (g *Graph) where(r *catalogue.Relation, from, to *inventory.Instance) verdict {
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
// marks of origin, and its address.
func Object(i *inventory.Instance) cty.Value {
	values, _ := i.Values.UnmarkDeep()
	return catalogue.WithAddress(values, i.Address)
}
