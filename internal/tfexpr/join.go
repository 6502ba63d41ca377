package tfexpr

import (
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// Either returns what is known of a value that will be one of several.
func Either(values ...cty.Value) cty.Value { return join(values, false) }

// Together returns what is known of the elements of a collection that has all
// of the values among its elements: Sure origins stay Sure.
func Together(values ...cty.Value) cty.Value { return join(values, true) }

func join(values []cty.Value, together bool) cty.Value {
	if len(values) == 0 {
		return Anything()
	}
	if allEqual(values) {
		return values[0]
	}
	if names, ok := sameAttributes(values); ok {
		return joinObjects(values, names, together)
	}
	if lists, ok := sequences(values); ok {
		return joinSequences(values, lists, together)
	}
	return joinScalars(values, together)
}

func allEqual(values []cty.Value) bool {
	for _, v := range values[1:] {
		if !v.RawEquals(values[0]) {
			return false
		}
	}
	return true
}

func joinScalars(values []cty.Value, together bool) cty.Value {
	var s summary
	structured := false
	for _, v := range values {
		s.add(v)
		structured = structured || isStructured(v)
	}
	if structured {
		// The parts of a structure are not the value: only that they are in it is known.
		s.become(inventory.Maybe)
		s.anything = true
	} else if !together {
		s.weakenBut(values)
	}
	return markJoined(&s, commonType(values))
}

// markJoined keeps a join of literals alone from being taken for anything more.
func markJoined(s *summary, t cty.Type) cty.Value { return s.mark(cty.UnknownVal(t)) }

func isStructured(v cty.Value) bool {
	if shapeOf(v) != nil {
		return true
	}
	return v.IsKnown() && !v.IsNull() && !v.Type().IsPrimitiveType()
}

// weakenBut makes Sure origins Maybe, but for those that every value has.
func (s *summary) weakenBut(values []cty.Value) {
	out := make(map[inventory.Origin]bool, len(s.origins))
	for o := range s.origins {
		for _, v := range values {
			if !v.HasMark(o) {
				o.Certainty = max(o.Certainty, inventory.Maybe)
				break
			}
		}
		out[o] = true
	}
	s.origins = out
}

// commonType is the primitive type that all have that are not null, or any type.
func commonType(values []cty.Value) cty.Type {
	t := cty.NilType
	for _, v := range values {
		switch vt := v.Type(); {
		case v.IsKnown() && v.IsNull():
		case !vt.IsPrimitiveType(), t != cty.NilType && t != vt: // types with parts cannot be compared so
			return cty.DynamicPseudoType
		default:
			t = vt
		}
	}
	if t == cty.NilType {
		return cty.DynamicPseudoType
	}
	return t
}

// sameAttributes returns the attributes' names where all values are known
// objects (or maps) that have the same ones.
func sameAttributes(values []cty.Value) ([]string, bool) {
	var names []string
	for i, v := range values {
		if !isObject(v) {
			return nil, false
		}
		inner, _, _ := open(v)
		keys := inner.AsValueMap()
		if i == 0 {
			for name := range keys {
				names = append(names, name)
			}
			continue
		}
		if len(keys) != len(names) {
			return nil, false
		}
		for _, name := range names {
			if _, ok := keys[name]; !ok {
				return nil, false
			}
		}
	}
	return names, true
}

func isObject(v cty.Value) bool {
	return v.IsKnown() && !v.IsNull() && (v.Type().IsObjectType() || v.Type().IsMapType())
}

func joinObjects(values []cty.Value, names []string, together bool) cty.Value {
	columns := make(map[string][]cty.Value, len(names))
	sensitive := false
	for _, v := range values {
		inner, s, _ := open(v)
		sensitive = sensitive || s
		for name, attribute := range inner.AsValueMap() {
			columns[name] = append(columns[name], attribute)
		}
	}
	out := make(map[string]cty.Value, len(names))
	for name, column := range columns {
		out[name] = join(column, together)
	}
	return seal(cty.ObjectVal(out), sensitive)
}

// sequences returns the elements of each value where all are known sequences or
// unknown ones with a shape (nil elements, then).
func sequences(values []cty.Value) ([][]cty.Value, bool) {
	out := make([][]cty.Value, len(values))
	for i, v := range values {
		elements, ok := Elements(v)
		if !ok && shapeOf(v) == nil {
			return nil, false
		}
		out[i] = elements
	}
	return out, true
}

// Elements returns the elements of a known list, tuple or set.
func Elements(v cty.Value) ([]cty.Value, bool) {
	if !v.IsKnown() || v.IsNull() {
		return nil, false
	}
	inner, _, _ := open(v)
	if t := inner.Type(); !t.IsTupleType() && !t.IsListType() && !t.IsSetType() {
		return nil, false
	}
	return inner.AsValueSlice(), true
}

func joinSequences(values []cty.Value, lists [][]cty.Value, together bool) cty.Value {
	sensitive, loose, level := false, false, true
	for i, v := range values {
		sensitive = sensitive || isSensitive(v)
		loose = loose || disorderly(v) || v.Type().IsSetType()
		level = level && shapeOf(v) == nil && len(lists[i]) == len(lists[0])
	}
	if level && !loose {
		return seal(joinLevel(lists, together), sensitive)
	}
	elements := pool(values, lists, together)
	if len(elements) == 0 {
		return seal(cty.EmptyTupleVal, sensitive)
	}
	return seal(Many(Together(elements...)), sensitive)
}

// joinLevel joins sequences of equal length element by element.
func joinLevel(lists [][]cty.Value, together bool) cty.Value {
	out := make([]cty.Value, len(lists[0]))
	for i := range out {
		column := make([]cty.Value, len(lists))
		for j := range lists {
			column[j] = lists[j][i]
		}
		out[i] = join(column, together)
	}
	return cty.TupleVal(out)
}

// pool puts the elements of several sequences together. Where only one of the
// sequences will come true, an element that is not in all of them may be missing.
func pool(values []cty.Value, lists [][]cty.Value, together bool) []cty.Value {
	var out []cty.Value
	for i, v := range values {
		elements := lists[i]
		if shape := shapeOf(v); shape != nil {
			elements = []cty.Value{shape.element}
		}
		for _, e := range elements {
			if !together && !inAll(e, lists) {
				e = weaken(e)
			}
			out = append(out, e)
		}
	}
	return out
}

// maxCompared bounds the work of looking for an element in other sequences.
const maxCompared = 1000

func inAll(v cty.Value, lists [][]cty.Value) bool {
	for _, list := range lists {
		if len(list) > maxCompared || !contains(list, v) {
			return false
		}
	}
	return true
}
