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
	byAddress map[place]int32 // index in the inventory
	index     map[*inventory.Instance]int32
}

func newResolver(inv *inventory.Inventory) *resolver {
	r := &resolver{
		inventory: inv, byAddress: make(map[place]int32, len(inv.Instances)),
		index: make(map[*inventory.Instance]int32, len(inv.Instances)),
	}
	for n, i := range inv.Instances {
		r.index[i] = int32(n)
		if !i.Ended {
			r.byAddress[place{i.Input, i.Address}] = int32(n)
		}
	}
	return r
}

// place: two inputs may each have the same address.
type place struct {
	input   int
	address string
}

// maxHops bounds how far a reference to an attribute that itself is a reference is followed.
const maxHops = 8

// origin files one origin under its key and, where the attribute that it names
// is known or refers on, under what that holds.
func (r *resolver) origin(o inventory.Origin, holder *inventory.Instance, into *values, hops int) {
	source := r.at(o.Address, holder)
	if source != nil {
		if same := provider.Identity(source.Type, o.Attribute); same != "" {
			o.Attribute = same
		}
		if text, ok := composed(source, o.Attribute); ok {
			r.file(o, textKey(text), into)
		} else if o.Address == holder.Address {
			into.ownUnknown = true
		}
		r.follow(source, o, into, hops)
	} else if isData(o.Address) {
		into.anything = true // what a data source reads may be anything
	}
	if source != nil {
		r.file(o, r.keyOf(source, o.Attribute), into)
		return
	}
	r.file(o, key{text: o.Address, attribute: o.Attribute, input: int32(holder.Input), origin: true}, into)
}

// at finds the instance that an origin of another one names.
func (r *resolver) at(address string, holder *inventory.Instance) *inventory.Instance {
	if address == holder.Address {
		return holder
	}
	n, ok := r.byAddress[place{holder.Input, address}]
	if !ok {
		return nil
	}
	return r.inventory.Instances[n]
}

func (r *resolver) file(o inventory.Origin, k key, into *values) {
	switch o.Certainty {
	case inventory.Sure:
		into.sure.add(k, false)
	case inventory.Assumed:
		into.sure.add(k, true)
	case inventory.Derived:
		into.derived.add(k, false)
	default:
		into.maybe.add(k, false)
	}
}

// follow looks at the attribute that an origin names: its value may be known.
func (r *resolver) follow(source *inventory.Instance, o inventory.Origin, into *values, hops int) {
	if text, ok := source.Text(o.Attribute); ok {
		r.file(o, textKey(text), into)
		return
	}
	t := source.Values.Type()
	if hops > maxHops || !t.IsObjectType() || !t.HasAttribute(o.Attribute) {
		return
	}
	v, marks := source.Values.GetAttr(o.Attribute).Unmark()
	if !v.IsKnown() {
		for _, next := range originsOf(marks) {
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
			r.origin(next, source, into, hops+1)
		}
		return
	}
	if v.IsNull() || !v.Type().IsPrimitiveType() {
		return
	}
	if s, err := convert.Convert(v, cty.String); err == nil {
		r.file(o, textKey(s.AsString()), into)
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
	return fmt.Sprintf(format, parts...), true
}
