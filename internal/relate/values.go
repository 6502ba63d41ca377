package relate

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// values is what an instance holds at a path, made comparable: a text for what
// is known, an origin's key for what only apply knows.
type values struct {
	sure     keys
	maybe    keys
	derived  keys // of origins that the value was computed from
	anything bool // may hold anything besides
	literals bool // may hold known texts besides
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
	return len(v.sure.list) == 0 && len(v.maybe.list) == 0 && len(v.derived.list) == 0 && !v.anything && !v.literals
}

func (v *values) text(s string, assumed bool) { v.sure.add(textKey(s), assumed) }

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

// own is what depends on which of the instances that share an Object it is: what
// stands beside the Object, and origins that count from the instance.
type own struct {
	beside  bool
	origins []ownOrigin
}

func (o *own) any() bool { return o.beside || len(o.origins) > 0 }

// ownOrigin is such an origin; plain, where it is the instance's own attribute
// and that is known by no other name.
type ownOrigin struct {
	inventory.Origin
	plain bool
}

// collect gathers what all instances with the Object of one hold at a path, and
// tells what each holds besides.
func (r *resolver) collect(i *inventory.Instance, path []string) (v values, o own) {
	w := walker{resolver: r, instance: i, into: &v}
	if _, o.beside = i.Text(path[0]); !o.beside {
		w.walk(i.Values, path, nil)
		o.origins = w.own
	}
	r.complete(&v, i, path)
	return v, o
}

// complete fills in what holds for the path.
func (r *resolver) complete(v *values, i *inventory.Instance, path []string) {
	v.input = i.Input
	v.assigned = !i.Data && len(path) == 1 && path[0] == "id" && provider.Identity(i.Type, "id") == ""
	v.ownUnknown = v.ownUnknown && r.inventory.Inputs[i.Input].Kind == "configuration"
}

// ownOf gathers what one instance holds besides.
func (r *resolver) ownOf(i *inventory.Instance, path []string, o own, all *values) (v values) {
	r.fillOwn(&v, i, path, o, all)
	return v
}

// fillOwn is ownOf with values that have served before.
func (r *resolver) fillOwn(v *values, i *inventory.Instance, path []string, o own, all *values) {
	v.sure.empty()
	v.maybe.empty()
	v.derived.empty()
	v.anything, v.literals, v.ownUnknown = all.anything, all.literals, false
	if text, _ := i.Text(path[0]); o.beside && text != "" {
		v.text(text, false)
	}
	for _, one := range o.origins {
		if one.plain {
			r.file(one.Origin, r.keyOf(i, one.Attribute), v)
			v.ownUnknown = true
			continue
		}
		r.origin(one.Of(i), i, v, 0)
	}
	r.complete(v, i, path)
}

// whole gathers all that one instance holds.
func (r *resolver) whole(i *inventory.Instance, path []string) values {
	v, o := r.collect(i, path)
	if !o.any() {
		return v
	}
	more := r.ownOf(i, path, o, &v)
	v.join(&more)
	return v
}

func (v *values) join(more *values) {
	for _, k := range more.sure.list {
		v.sure.add(k.key, k.assumed)
	}
	for _, k := range more.maybe.list {
		v.maybe.add(k.key, false)
	}
	for _, k := range more.derived.list {
		v.derived.add(k.key, false)
	}
	v.anything, v.literals, v.ownUnknown = v.anything || more.anything, v.literals || more.literals, v.ownUnknown || more.ownUnknown
}

// keyOf is the key of an instance's attribute that only apply knows.
func (r *resolver) keyOf(i *inventory.Instance, attribute string) key {
	return key{attribute: attribute, instance: r.index[i] + 1, origin: true}
}

// walker gathers the scalars at a path of one instance, and what stands there
// for other instances with its Object.
type walker struct {
	resolver *resolver
	instance *inventory.Instance
	into     *values
	own      []ownOrigin
}

// walk goes down a path. Marks of a collection hold for the unknown elements that have none.
func (w *walker) walk(v cty.Value, path []string, outer cty.ValueMarks) {
	v, marks := v.Unmark()
	if !hasOrigin(marks) {
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

func hasOrigin(marks cty.ValueMarks) bool {
	for m := range marks {
		if _, ok := m.(inventory.Origin); ok {
			return true
		}
	}
	return false
}

// originsOf are the origins among the marks of a value, as they are.
func originsOf(marks cty.ValueMarks) (origins []inventory.Origin) {
	for m := range marks {
		if o, ok := m.(inventory.Origin); ok {
			origins = append(origins, o)
		}
	}
	return origins
}

// unknown files an unknown value's origins. A scalar with several sure origins
// is one of them, nobody knows which.
func (w *walker) unknown(marks cty.ValueMarks, collection bool) {
	origins := originsOf(marks)
	sure, named := 0, 0
	for _, o := range origins {
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
	for _, o := range origins {
		if o == inventory.Anything || o == inventory.Literals {
			continue
		}
		if !collection && sure > 1 && o.Certainty != inventory.Derived {
			o.Certainty = inventory.Maybe
		}
		if o.Frame != inventory.Absolute {
			w.own = append(w.own, ownOrigin{o, w.plain(o)})
			continue
		}
		w.resolver.origin(o.Of(w.instance), w.instance, w.into, 0)
	}
}

// plain tells whether an origin is the holder's own attribute, and no other
// attribute has its value.
func (w *walker) plain(o inventory.Origin) bool {
	format, _ := provider.Composed(w.instance.Type, o.Attribute)
	return o.Frame == inventory.Itself && format == "" && provider.Identity(w.instance.Type, o.Attribute) == ""
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

func path(steps []string) string { return strings.Join(steps, ".") }
