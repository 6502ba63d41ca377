package tfexpr

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// elementOf returns what an element of an unknown collection looks like.
func elementOf(v cty.Value) cty.Value {
	if shape := shapeOf(v); shape != nil {
		return seal(shape.element, isSensitive(v))
	}
	t := cty.DynamicPseudoType
	inner, _ := v.Unmark()
	if inner.Type().IsCollectionType() {
		t = inner.Type().ElementType()
	}
	return piece(v, t)
}

// piece returns a part of an unknown value: not the attribute that the value is.
func piece(v cty.Value, t cty.Type) cty.Value {
	var s summary
	s.add(v)
	s.become(inventory.Derived)
	s.anything = true
	return s.mark(cty.UnknownVal(t))
}

// one returns some element of an unknown collection.
func one(v cty.Value) cty.Value { return weaken(elementOf(v)) }

// traverse takes the steps of a traversal from a value.
func (e *evaluation) traverse(v cty.Value, steps hcl.Traversal) cty.Value {
	for _, step := range steps {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			v = e.attribute(v, step.Name, step.SrcRange)
		case hcl.TraverseIndex:
			v = e.index(v, step.Key, step.SrcRange)
		default:
			return e.fail(step.SourceRange(), "Unsupported traversal", "This kind of reference cannot be evaluated.")
		}
	}
	return v
}

func (e *evaluation) attribute(v cty.Value, name string, rng hcl.Range) cty.Value {
	if !v.IsKnown() {
		e.doubts++
		return unknownAttribute(v, name)
	}
	inner, sensitive, _ := open(v)
	result, diags := hcl.GetAttr(inner, name, &rng)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return seal(result, sensitive)
}

func unknownAttribute(v cty.Value, name string) cty.Value {
	if shapeOf(v) != nil {
		return one(v)
	}
	t := cty.DynamicPseudoType
	if vt := v.Type(); vt.IsObjectType() && vt.HasAttribute(name) {
		t = vt.AttributeType(name)
	}
	var s summary
	s.add(v)
	out := make(map[inventory.Origin]bool, len(s.origins))
	for o := range s.origins {
		if o.Attribute == "" {
			o.Attribute = name
		} else {
			o.Certainty = inventory.Derived
			s.anything = true
		}
		out[o] = true
	}
	s.origins = out
	return s.mark(cty.UnknownVal(t))
}

func (e *evaluation) index(v, key cty.Value, rng hcl.Range) cty.Value {
	bareKey, keySensitive, _ := open(key)
	if !key.IsKnown() {
		e.doubts++
		keySensitive = isSensitive(key)
		if elements, ok := values(v); ok {
			e.inspect(v) // the work of joining them
			return seal(Either(elements...), keySensitive || isSensitive(v))
		}
		return seal(one(v), keySensitive)
	}
	if !v.IsKnown() {
		e.doubts++
		return seal(one(v), keySensitive)
	}
	if disorderly(v) {
		if elements, ok := Elements(v); ok && !plain(v) {
			e.doubts++
			return seal(Either(elements...), keySensitive || isSensitive(v))
		}
	}
	inner, sensitive, _ := open(v)
	result, diags := hcl.Index(inner, bareKey, &rng)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return seal(result, sensitive || keySensitive)
}

// values returns the elements of a known collection of any kind.
func values(v cty.Value) ([]cty.Value, bool) {
	_, elements, ok := pairs(v)
	return elements, ok
}

// pairs returns the keys and elements of a known collection; a set's elements are their own keys.
func pairs(v cty.Value) (keys, elements []cty.Value, ok bool) {
	if !v.IsKnown() || v.IsNull() {
		return nil, nil, false
	}
	inner, _, order := open(v)
	if !inner.CanIterateElements() {
		return nil, nil, false
	}
	for it := inner.ElementIterator(); it.Next(); {
		key, element := it.Element()
		switch order {
		case asSet:
			key = element
		case unordered:
			key = cty.UnknownVal(cty.Number).Mark(inventory.Anything)
		}
		keys, elements = append(keys, key), append(elements, element)
	}
	return keys, elements, true
}

// ElementOf returns what an element of a collection looks like whose elements
// are not known one by one.
func ElementOf(v cty.Value) cty.Value {
	if elements, ok := values(v); ok {
		return Together(elements...)
	}
	return elementOf(v)
}

// Weaken makes every Sure origin within a value a Maybe.
func Weaken(v cty.Value) cty.Value { return weaken(v) }

// ForEach returns the keys and values that for_each makes instances of. The
// keys are nil for what for_each does not take; known is false where they are
// not known before apply.
func ForEach(v cty.Value) (keys, elements []cty.Value, known bool) {
	if !v.IsKnown() {
		return nil, nil, false
	}
	keys, elements, ok := pairs(v)
	set := v.HasMark(asSet) || v.Type().IsSetType()
	if !ok || !set && !v.Type().IsMapType() && !v.Type().IsObjectType() {
		return nil, nil, true
	}
	out := make([]cty.Value, 0, len(keys))
	for _, key := range keys {
		name, ok := text(key)
		if !ok {
			return nil, nil, key.IsKnown()
		}
		out = append(out, cty.StringVal(name))
	}
	return out, elements, true
}

// Pairs returns the keys and elements of a known collection of any kind.
func Pairs(v cty.Value) (keys, elements []cty.Value, ok bool) { return pairs(v) }
