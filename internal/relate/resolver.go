package relate

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// resolver turns values into keys, following references through instances.
type resolver struct {
	inventory *inventory.Inventory
	units     *units
	byAddress map[place]*inventory.Instance // models
}

func newResolver(inv *inventory.Inventory, u *units) *resolver {
	r := &resolver{inventory: inv, units: u, byAddress: map[place]*inventory.Instance{}}
	for n, i := range inv.Instances {
		if !i.Ended && u.isModel(n) {
			r.byAddress[place{i.Input, i.Address}] = i
		}
	}
	return r
}

// place: two inputs may each have the same address.
type place struct {
	input   int
	address string
}

// part says which origins of a value to follow.
type part uint8

const (
	whole  part = iota
	shared      // all but those that depend on which instance holds the value
	own         // only those
)

// collect gathers what an instance holds at a path, folded or as it is. The second result tells
// whether something of it depends on which of the instances that share an
// Object it is.
func (r *resolver) collect(i *inventory.Instance, path []string, take part, folded bool) (values, bool) {
	v := values{folded: folded}
	w := walker{resolver: r, instance: i, into: &v, take: take}
	if text, ok := i.Text(path[0]); ok {
		w.beside(text)
	} else {
		w.walk(i.Values, path, nil)
		w.itself(path)
	}
	v.input, v.visited = int32(i.Input), nil
	v.assigned = !i.Data && len(path) == 1 && path[0] == "id" && provider.Identity(i.Type, "id") == ""
	v.ownUnknown = v.ownUnknown && r.inventory.Inputs[i.Input].Kind == "configuration"
	v.form = formAt(i.Type, path)
	return v, w.framed
}

// maxHops bounds how far a reference to an attribute that itself is a reference is followed.
const maxHops = 8

// origin files one origin under its key and, where the attribute that it names
// is known or refers on, under what that holds.
func (r *resolver) origin(o inventory.Origin, holder *inventory.Instance, into *values, hops int) {
	if r.units.standsFor(holder.Input, o.Address) {
		return // its model is among the origins too
	}
	if source := r.byAddress[place{holder.Input, o.Address}]; source != nil {
		if same := provider.Identity(source.Type, o.Attribute); same != "" {
			o.Attribute = same
		}
		if text, ok := composed(source, o.Attribute); ok {
			r.file(o, into.textKey(text), into)
		} else if o.Address == holder.Address {
			into.ownUnknown = true
		}
		r.follow(source, o, into, hops)
	} else if isData(o.Address) {
		into.anything = true // what a data source reads may be anything
	}
	r.file(o, key{o.Address, o.Attribute, holder.Input, true}, into)
}

func (r *resolver) file(o inventory.Origin, k key, into *values) {
	switch o.Certainty {
	case inventory.Sure:
		into.add(k, false)
	case inventory.Assumed:
		into.add(k, true)
	case inventory.Derived:
		into.derived.put(k, true)
	default:
		into.maybe.put(k, true)
	}
}

// follow looks at the attribute that an origin names: its value may be known.
func (r *resolver) follow(source *inventory.Instance, o inventory.Origin, into *values, hops int) {
	if text, ok := source.Text(o.Attribute); ok {
		r.file(o, into.textKey(text), into)
		return
	}
	t := source.Values.Type()
	if hops > maxHops || !t.IsObjectType() || !t.HasAttribute(o.Attribute) {
		return
	}
	v, marks := source.Values.GetAttr(o.Attribute).Unmark()
	if !v.IsKnown() {
		r.followOn(source, o, originsOf(marks), into, hops)
		return
	}
	if v.IsNull() || !v.Type().IsPrimitiveType() {
		return
	}
	if s, err := convert.Convert(v, cty.String); err == nil {
		r.file(o, into.textKey(s.AsString()), into)
	}
}

// followOn goes on to what the attribute itself refers to.
func (r *resolver) followOn(source *inventory.Instance, o inventory.Origin, origins []inventory.Origin, into *values, hops int) {
	for _, next := range origins {
		switch next = next.Of(source); {
		case next == inventory.Anything:
			into.anything = true
			continue
		case next == inventory.Literals:
			into.literals = true
			continue
		case next.Address == o.Address:
			continue
		}
		if next.Certainty < o.Certainty {
			next.Certainty = o.Certainty
		}
		if into.visit(next, hops) {
			r.origin(next, source, into, hops+1)
		}
	}
}

// isData tells whether an address is of a data source, in a module or not.
func isData(address string) bool {
	return strings.HasPrefix(address, "data.") || strings.Contains(address, ".data.")
}

// composed is the text of an attribute that the provider makes of others; false
// where there is no such rule or those are not known.
func composed(i *inventory.Instance, attribute string) (text string, ok bool) {
	format, from := provider.Composed(i.Type, attribute)
	if format == "" {
		return "", false
	}
	parts := make([]any, len(from))
	for n, name := range from {
		if !i.Values.Type().HasAttribute(name) {
			return "", false
		}
		part, _ := i.Values.GetAttr(name).Unmark()
		if !part.IsKnown() || part.IsNull() || part.Type() != cty.String {
			return "", false
		}
		parts[n] = part.AsString()
	}
	return strings.ToLower(fmt.Sprintf(format, parts...)), true
}
