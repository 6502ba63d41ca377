package tfexpr

import (
	"fmt"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// Shape converts a value to exactly the type t of a provider's attribute with
// lists in place of sets (provider.Listed), and its marks to those that the
// inventory knows. The elements of a set are put in cty's order and unknown
// ones after them.
func Shape(v cty.Value, t cty.Type) (cty.Value, error) {
	switch {
	case !v.IsKnown():
		return shapeUnknown(v, t), nil
	case v.IsNull():
		return seal(cty.NullVal(listed(t)), isSensitive(v)), nil
	case t.IsPrimitiveType():
		inner, sensitive, _ := open(v)
		converted, err := convert.Convert(inner, t)
		return seal(converted, sensitive), err
	case t.IsListType(), t.IsSetType():
		return shapeList(v, t)
	case t.IsMapType():
		return shapeMap(v, t)
	case t.IsObjectType():
		return shapeObject(v, t)
	}
	inner, sensitive := v.UnmarkDeep()
	converted, err := convert.Convert(inner, t)
	_, isSensitive := sensitive[inventory.Sensitive]
	return seal(converted, isSensitive), err
}

// listed is provider.Listed for the types that attributes have.
func listed(t cty.Type) cty.Type {
	switch {
	case t.IsSetType(), t.IsListType():
		return cty.List(listed(t.ElementType()))
	case t.IsMapType():
		return cty.Map(listed(t.ElementType()))
	case t.IsObjectType():
		attributes := map[string]cty.Type{}
		for name, at := range t.AttributeTypes() {
			attributes[name] = listed(at)
		}
		return cty.Object(attributes)
	}
	return t
}

func shapeUnknown(v cty.Value, t cty.Type) cty.Value {
	u := cty.UnknownVal(listed(t))
	shape := shapeOf(v)
	if shape == nil {
		inner, marks := v.Unmark()
		if t.IsPrimitiveType() {
			if converted, err := convert.Convert(inner, t); err == nil {
				u = converted // keeps what is known of the range
			}
		}
		var s summary
		s.addMarks(marks, false)
		return s.mark(u)
	}
	var s summary
	s.add(v)
	if isStructured(shape.element) {
		s.become(inventory.Derived)
		s.anything = true
	}
	return s.mark(u)
}

func shapeList(v cty.Value, t cty.Type) (cty.Value, error) {
	elements, ok := Elements(v)
	if !ok {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := make([]cty.Value, len(elements))
	for i, element := range elements {
		shaped, err := Shape(element, t.ElementType())
		if err != nil {
			return v, fmt.Errorf("element %d: %w", i, err)
		}
		out[i] = shaped
	}
	if t.IsSetType() {
		out = inSetOrder(out)
	}
	if len(out) == 0 {
		return seal(cty.ListValEmpty(listed(t.ElementType())), isSensitive(v)), nil
	}
	return seal(cty.ListVal(out), isSensitive(v)), nil
}

// inSetOrder puts known elements in the order that cty gives a set, without
// duplicates, and the others after them in the order of the source.
func inSetOrder(elements []cty.Value) []cty.Value {
	var known, rest []cty.Value
	for _, v := range elements {
		if plain(v) {
			known = append(known, v)
		} else {
			rest = append(rest, v)
		}
	}
	if len(known) > 0 {
		known = cty.SetVal(known).AsValueSlice()
	}
	return append(known, unique(rest)...)
}

func shapeMap(v cty.Value, t cty.Type) (cty.Value, error) {
	given, ok := entries(v)
	if !ok {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := make(map[string]cty.Value, len(given))
	for name, element := range given {
		shaped, err := Shape(element, t.ElementType())
		if err != nil {
			return v, fmt.Errorf("element %q: %w", name, err)
		}
		out[name] = shaped
	}
	if len(out) == 0 {
		return seal(cty.MapValEmpty(listed(t.ElementType())), isSensitive(v)), nil
	}
	return seal(cty.MapVal(out), isSensitive(v)), nil
}

func shapeObject(v cty.Value, t cty.Type) (cty.Value, error) {
	given, ok := entries(v)
	if !ok {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := map[string]cty.Value{}
	for name, at := range t.AttributeTypes() {
		value, ok := given[name]
		if !ok {
			out[name] = cty.NullVal(listed(at))
			continue
		}
		shaped, err := Shape(value, at)
		if err != nil {
			return v, fmt.Errorf("attribute %q: %w", name, err)
		}
		out[name] = shaped
	}
	return seal(cty.ObjectVal(out), isSensitive(v)), nil
}
