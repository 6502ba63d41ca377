package relate

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

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

// itself takes an attribute that is not known for what it is: who refers to it
// holds the same, whatever that will be.
func (w *walker) itself(path []string) {
	t := w.instance.Values.Type()
	if len(path) > 1 || !t.IsObjectType() || !t.HasAttribute(path[0]) {
		return
	}
	v, _ := w.instance.Values.GetAttr(path[0]).Unmark()
	if v.IsKnown() || !v.Type().IsPrimitiveType() || provider.Identity(w.instance.Type, path[0]) != "" {
		return
	}
	w.framed = true
	if w.take != shared {
		w.into.add(key{w.instance.Address, path[0], w.instance.Input, true}, false)
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
