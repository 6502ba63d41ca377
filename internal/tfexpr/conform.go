package tfexpr

import (
	"fmt"

	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxVaried bounds the work of one conversion.
const maxVaried = 20_000_000

// Conform converts a value to the type of a variable. What is wholly known is
// converted by cty; else each part is, and keeps its marks.
func Conform(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	if whollyKnown(v) && shapeOf(v) == nil {
		if defaults != nil {
			v = defaults.Apply(v)
		}
		n := Size(v)
		if v = unifiable(v, n); varied(v, n) > maxVaried {
			return v, fmt.Errorf("it has too many elements of different types")
		}
		return convert.Convert(v, t)
	}
	return conform(v, t, defaults)
}

func conform(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	switch {
	case t == cty.DynamicPseudoType:
		return v, nil
	case !v.IsKnown():
		return conformUnknown(v, t, defaults)
	case v.IsNull():
		return cty.NullVal(t.WithoutOptionalAttributesDeep()).WithSameMarks(v), nil
	case t.IsObjectType():
		return conformObject(v, t, defaults)
	case t.IsMapType():
		return conformMap(v, t, defaults)
	case t.IsListType(), t.IsSetType(), t.IsTupleType():
		return conformSequence(v, t, defaults)
	}
	inner, marks := v.Unmark()
	converted, err := convert.Convert(inner, t)
	return converted.WithMarks(marks), err
}

func conformUnknown(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	if shape := shapeOf(v); shape != nil {
		if !t.IsCollectionType() {
			return v, nil
		}
		element, err := conform(shape.element, t.ElementType(), child(defaults, ""))
		if err != nil {
			return v, err
		}
		return seal(Many(element), isSensitive(v)), nil
	}
	inner, marks := v.Unmark()
	converted, err := convert.Convert(inner, t.WithoutOptionalAttributesDeep())
	if err != nil {
		return v, err
	}
	return converted.WithMarks(marks), nil
}

func child(d *typeexpr.Defaults, name string) *typeexpr.Defaults {
	if d == nil {
		return nil
	}
	return d.Children[name]
}

func conformObject(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	given, ok := entries(v)
	if !ok {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := map[string]cty.Value{}
	for name, at := range t.AttributeTypes() {
		value, ok := given[name]
		if defaults != nil && (!ok || value.IsKnown() && value.IsNull()) {
			if d, has := defaults.DefaultValues[name]; has {
				value, ok = d, true
			}
		}
		if !ok && !t.AttributeOptional(name) {
			return v, fmt.Errorf("attribute %q is required", name)
		}
		if !ok {
			out[name] = cty.NullVal(at.WithoutOptionalAttributesDeep())
			continue
		}
		converted, err := conform(value, at, child(defaults, name))
		if err != nil {
			return v, fmt.Errorf("attribute %q: %w", name, err)
		}
		out[name] = converted
	}
	return seal(cty.ObjectVal(out), isSensitive(v)), nil
}

func conformMap(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	given, ok := entries(v)
	if !ok {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := map[string]cty.Value{}
	for _, name := range sortedKeys(given) {
		converted, err := conform(given[name], t.ElementType(), child(defaults, ""))
		if err != nil {
			return v, fmt.Errorf("element %q: %w", name, err)
		}
		out[name] = converted
	}
	return seal(cty.ObjectVal(out), isSensitive(v)), nil
}

// elementType is that of an element of a list, set or tuple.
func elementType(t cty.Type, i int) cty.Type {
	if t.IsTupleType() {
		return t.TupleElementType(i)
	}
	return t.ElementType()
}

func elementDefaults(t cty.Type, i int, defaults *typeexpr.Defaults) *typeexpr.Defaults {
	if t.IsTupleType() {
		return child(defaults, fmt.Sprint(i))
	}
	return child(defaults, "")
}

func conformSequence(v cty.Value, t cty.Type, defaults *typeexpr.Defaults) (cty.Value, error) {
	elements, ok := Elements(v)
	if !ok || t.IsTupleType() && len(elements) != t.Length() {
		return v, fmt.Errorf("%s required", t.FriendlyName())
	}
	out := make([]cty.Value, len(elements))
	for i, element := range elements {
		converted, err := conform(element, elementType(t, i), elementDefaults(t, i, defaults))
		if err != nil {
			return v, fmt.Errorf("element %d: %w", i, err)
		}
		out[i] = converted
	}
	order := orderMark("")
	switch {
	case t.IsSetType():
		order = asSet
	case disorderly(v) || v.Type().IsSetType():
		order = unordered
	}
	return seal(sequence(out, order), isSensitive(v)), nil
}
