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
	sure     map[key]bool // whether it rests on the rule of thumb
	maybe    map[key]bool
	derived  map[key]bool // of origins that the value was computed from
	anything bool         // may hold anything besides
	literals bool         // may hold known texts besides
	// ownUnknown is true for an identity that exists already for all we know:
	// configuration alone does not tell whether a literal id is this instance's.
	ownUnknown bool
	// assigned is true for an id that the provider gave a managed instance:
	// nobody writes it as a literal into the configuration that makes the instance.
	assigned bool
	input    int
	visited  map[visited]int // with how many hops at least
}

// visited is an origin that was followed.
type visited struct {
	address, attribute string
	certainty          inventory.Certainty
}

// visit notes that an origin is followed; false if that was done before:
// origins that refer to each other would be followed on all ways there are.
func (v *values) visit(o inventory.Origin, hops int) bool {
	k := visited{o.Address, o.Attribute, o.Certainty}
	before, ok := v.visited[k]
	if ok && before <= hops {
		return false
	}
	if v.visited == nil {
		v.visited = map[visited]int{}
	}
	v.visited[k] = hops
	return true
}

// maySee tells whether a literal that the input does not show may be among
// these values, where other is what the holder of the literal is compared with.
func (v *values) maySee(other *values) bool {
	return !(v.assigned || other.assigned) || v.input != other.input
}

func (v *values) empty() bool {
	return len(v.sure) == 0 && len(v.maybe) == 0 && len(v.derived) == 0 && !v.anything && !v.literals
}

// key is a known text, or an attribute of an instance that only apply knows.
type key struct {
	text      string // or the address of the instance
	attribute string
	input     int
	origin    bool
}

func textKey(text string) key { return key{text: text} }

func (k key) isText() bool { return !k.origin }

func (v *values) text(s string, assumed bool) { v.add(textKey(s), assumed) }

// add keeps the surer of two ways to the same key.
func (v *values) add(k key, assumed bool) {
	if before, ok := v.sure[k]; !ok || before {
		put(&v.sure, k, assumed)
	}
}

func put(m *map[key]bool, k key, value bool) {
	if *m == nil {
		*m = map[key]bool{}
	}
	(*m)[k] = value
}

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

// collect gathers what an instance holds at a path. The second result tells
// whether something of it depends on which of the instances that share an
// Object it is.
func (r *resolver) collect(i *inventory.Instance, path []string, take part) (values, bool) {
	var v values
	w := walker{resolver: r, instance: i, into: &v, take: take}
	if text, ok := i.Text(path[0]); ok {
		w.beside(text)
	} else {
		w.walk(i.Values, path, nil)
	}
	v.input, v.visited = i.Input, nil
	v.assigned = !i.Data && len(path) == 1 && path[0] == "id" && provider.Identity(i.Type, "id") == ""
	v.ownUnknown = v.ownUnknown && r.inventory.Inputs[i.Input].Kind == "configuration"
	return v, w.framed
}

// walker gathers the scalars at a path of one instance.
type walker struct {
	resolver *resolver
	instance *inventory.Instance
	into     *values
	take     part
	framed   bool // an origin counts from the instance
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
			if w.take != own {
				w.into.text(s.AsString(), false)
			}
		}
	}
}

// beside takes a text that only this instance has.
func (w *walker) beside(text string) {
	w.framed = true
	if w.take != shared && text != "" {
		w.into.text(text, false)
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
		framed := o.Frame != inventory.Absolute || ofBlock(o.Address, w.instance)
		w.framed = w.framed || framed
		if w.take == shared && framed || w.take == own && !framed {
			continue
		}
		if !collection && sure > 1 && o.Certainty != inventory.Derived {
			o.Certainty = inventory.Maybe
		}
		w.resolver.origin(o.Of(w.instance), w.instance, w.into, 0)
	}
}

// ofBlock tells whether an address may be the instance's own, or that of another
// of its block: which it is is a matter of the instance.
func ofBlock(address string, i *inventory.Instance) bool {
	block := inventory.BlockOf(address)
	return strings.HasSuffix(block, i.Name) && strings.HasSuffix(block[:len(block)-len(i.Name)], i.Type+".")
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
			r.file(o, textKey(text), into)
		} else if o.Address == holder.Address {
			into.ownUnknown = true
		}
		if into.visit(o, hops) {
			r.follow(source, o, into, hops)
		}
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
		put(&into.derived, k, true)
	default:
		put(&into.maybe, k, true)
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
