package relate

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// values is what an instance holds at a path, made comparable: a text for what
// is known, an origin's key for what only apply knows.
type values struct {
	sure     map[string]bool // key → whether it rests on the rule of thumb
	maybe    map[string]bool
	derived  map[string]bool // keys of origins that the value was computed from
	anything bool            // may hold anything besides
	literals bool            // may hold known texts besides
	// ownUnknown is true for an identity that exists already for all we know:
	// configuration alone does not tell whether a literal id is this instance's.
	ownUnknown bool
	// assigned is true for an id that the provider gave a managed instance:
	// nobody writes it as a literal into the configuration that makes the instance.
	assigned bool
	input    int
}

// maySee tells whether a literal that the input does not show may be among
// these values, where other is what the holder of the literal is compared with.
func (v *values) maySee(other *values) bool {
	return !(v.assigned || other.assigned) || v.input != other.input
}

func (v *values) empty() bool {
	return len(v.sure) == 0 && len(v.maybe) == 0 && len(v.derived) == 0 && !v.anything && !v.literals
}

const (
	textKey   = "="
	originKey = "@"
)

func (v *values) text(s string, assumed bool) { v.add(textKey+s, assumed) }

// add keeps the surer of two ways to the same key.
func (v *values) add(key string, assumed bool) {
	if before, ok := v.sure[key]; !ok || before {
		v.sure[key] = assumed
	}
}

// resolver turns values into keys, following references through instances.
type resolver struct {
	inventory *inventory.Inventory
	byAddress map[string]*inventory.Instance // by input and address
}

func newResolver(inv *inventory.Inventory) *resolver {
	r := &resolver{inventory: inv, byAddress: make(map[string]*inventory.Instance, len(inv.Instances))}
	for _, i := range inv.Instances {
		if !i.Ended {
			r.byAddress[addressKey(i.Input, i.Address)] = i
		}
	}
	return r
}

// addressKey: two inputs may each have the same address.
func addressKey(input int, address string) string { return strconv.Itoa(input) + " " + address }

func (r *resolver) collect(i *inventory.Instance, path []string) values {
	v := values{sure: map[string]bool{}, maybe: map[string]bool{}, derived: map[string]bool{}}
	w := walker{resolver: r, instance: i, into: &v}
	w.walk(i.Values, path, nil)
	v.input = i.Input
	v.assigned = !i.Data && len(path) == 1 && path[0] == "id" && provider.Identity(i.Type, "id") == ""
	v.ownUnknown = v.ownUnknown && r.inventory.Inputs[i.Input].Kind == "configuration"
	return v
}

// walker gathers the scalars at a path of one instance.
type walker struct {
	resolver *resolver
	instance *inventory.Instance
	into     *values
}

// walk goes down a path. Marks of a collection hold for the unknown elements that have none.
func (w *walker) walk(v cty.Value, path []string, outer cty.ValueMarks) {
	v, marks := v.Unmark()
	if len(originsOf(marks, w.instance)) == 0 {
		marks = outer
	}
	t := v.Type()
	switch {
	case !v.IsKnown():
		w.unknown(marks, len(path) > 0 || t.IsCollectionType() || t == cty.DynamicPseudoType)
	case v.IsNull():
	case t.IsListType() || t.IsSetType() || t.IsTupleType() || t.IsMapType():
		for it := v.ElementIterator(); it.Next(); {
			_, element := it.Element()
			w.walk(element, path, marks)
		}
	case len(path) > 0 && t.IsObjectType():
		if t.HasAttribute(path[0]) {
			w.walk(v.GetAttr(path[0]), path[1:], marks)
		} else {
			w.into.anything = true // an attribute that this version of the schema does not have
		}
	case len(path) == 0 && t.IsPrimitiveType():
		if s, err := convert.Convert(v, cty.String); err == nil && s.AsString() != "" {
			w.into.text(s.AsString(), false)
		}
	}
}

// originsOf are the origins among the marks of a value that an instance holds.
func originsOf(marks cty.ValueMarks, holder *inventory.Instance) (origins []inventory.Origin) {
	for m := range marks {
		if o, ok := m.(inventory.Origin); ok {
			origins = append(origins, o.Of(holder))
		}
	}
	return origins
}

// unknown files an unknown value's origins. A scalar with several sure origins
// is one of them, nobody knows which.
func (w *walker) unknown(marks cty.ValueMarks, collection bool) {
	sure, named := 0, 0
	for _, o := range originsOf(marks, w.instance) {
		switch {
		case o == inventory.Anything:
			w.into.anything = true
		case o == inventory.Literals:
			w.into.literals = true
		default:
			named++
			if o.Certainty == inventory.Sure || o.Certainty == inventory.Assumed {
				sure++
			}
		}
	}
	if named == 0 {
		w.into.anything = w.into.anything || !w.into.literals
	}
	for _, o := range originsOf(marks, w.instance) {
		if o == inventory.Anything || o == inventory.Literals {
			continue
		}
		if !collection && sure > 1 && o.Certainty != inventory.Derived {
			o.Certainty = inventory.Maybe
		}
		w.resolver.origin(o, w.instance, w.into, 0)
	}
}

// maxHops bounds how far a reference to an attribute that itself is a reference is followed.
const maxHops = 8

// origin files one origin under its key and, where the attribute that it names
// is known or refers on, under what that holds.
func (r *resolver) origin(o inventory.Origin, holder *inventory.Instance, into *values, hops int) {
	if source := r.byAddress[addressKey(holder.Input, o.Address)]; source != nil {
		if same := provider.Identity(source.Type, o.Attribute); same != "" {
			o.Attribute = same
		}
		if text, ok := composed(source, o.Attribute); ok {
			r.file(o, textKey+text, into)
		} else if o.Address == holder.Address {
			into.ownUnknown = true
		}
		r.follow(source, o, into, hops)
	} else if isData(o.Address) {
		into.anything = true // what a data source reads may be anything
	}
	r.file(o, originKey+addressKey(holder.Input, o.Address)+" "+o.Attribute, into)
}

func (r *resolver) file(o inventory.Origin, key string, into *values) {
	switch o.Certainty {
	case inventory.Sure:
		into.add(key, false)
	case inventory.Assumed:
		into.add(key, true)
	case inventory.Derived:
		into.derived[key] = true
	default:
		into.maybe[key] = true
	}
}

// follow looks at the attribute that an origin names: its value may be known.
func (r *resolver) follow(source *inventory.Instance, o inventory.Origin, into *values, hops int) {
	t := source.Values.Type()
	if hops > maxHops || !t.IsObjectType() || !t.HasAttribute(o.Attribute) {
		return
	}
	v, marks := source.Values.GetAttr(o.Attribute).Unmark()
	if !v.IsKnown() {
		for _, next := range originsOf(marks, source) {
			switch {
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
		r.file(o, textKey+s.AsString(), into)
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

func path(steps []string) string { return strings.Join(steps, ".") }
