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

// whereReads says what a relation's condition may hang on.
type whereReads struct{ from, address bool }

func readsOf(r *catalogue.Relation) (reads whereReads) {
	if r.Where == nil {
		return reads
	}
	reads.address = readsAddress(r)
	for _, t := range r.Where.Variables() {
		reads.from = reads.from || t.RootName() != "to"
	}
	return reads
}

// condition is what a relation's condition reads of two instances.
type condition struct {
	relation *catalogue.Relation
	from, to *inventory.Object // from is nil where it is not read
}

// condition asks it once of instances that are the same to it.
func (a *Asker) condition(r *catalogue.Relation, from, to *inventory.Instance) verdict {
	reads := a.tables[r].reads
	if r.Where == nil || reads.address {
		return a.where(r, from, to)
	}
	k := condition{relation: r, to: to.Object}
	if reads.from {
		k.from = from.Object
	}
	v, ok := a.conditions[k]
	if !ok {
		if len(a.conditions) >= maxShared {
			clear(a.conditions)
		}
		v = a.where(r, from, to)
		a.conditions[k] = v
	}
	return v
}

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
	return catalogue.Seen(catalogue.Unmarked(i), i, i.Address)
}
