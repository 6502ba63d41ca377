package tfexpr

import (
	"hash/fnv"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// rebuild replaces the leaves of a value: scalars, nulls and whatever is unknown.
// Collections become tuples and objects, for which the elements' types are free.
func rebuild(v cty.Value, leaf func(cty.Value) cty.Value) cty.Value {
	if !v.IsKnown() || v.IsNull() || v.Type().IsPrimitiveType() || v.Type().IsCapsuleType() {
		return leaf(v)
	}
	inner, sensitive, order := open(v)
	if t := inner.Type(); t.IsMapType() || t.IsObjectType() {
		attributes := make(map[string]cty.Value)
		for it := inner.ElementIterator(); it.Next(); {
			key, element := it.Element()
			attributes[key.AsString()] = rebuild(element, leaf)
		}
		return seal(cty.ObjectVal(attributes), sensitive)
	}
	elements := make([]cty.Value, 0, inner.LengthInt())
	for it := inner.ElementIterator(); it.Next(); {
		_, element := it.Element()
		elements = append(elements, rebuild(element, leaf))
	}
	if inner.Type().IsSetType() {
		order = asSet
	}
	return seal(sequence(elements, order), sensitive)
}

// sequence makes a tuple of elements, which is a set or without order if asked.
func sequence(elements []cty.Value, order orderMark) cty.Value {
	if order == asSet {
		elements = unique(elements)
	}
	if order == "" || len(elements) < 2 && order == unordered {
		return cty.TupleVal(elements)
	}
	return cty.TupleVal(elements).Mark(order)
}

// unique leaves out what is surely there already: known values that are equal,
// and unknown ones that are the same single attribute.
func unique(elements []cty.Value) []cty.Value {
	out := make([]cty.Value, 0, len(elements))
	seen := map[int][]cty.Value{}
	for _, v := range elements {
		h, ok := same(v)
		if ok && contains(seen[h], v) {
			continue
		}
		seen[h] = append(seen[h], v)
		out = append(out, v)
	}
	return out
}

func contains(list []cty.Value, v cty.Value) bool {
	for _, other := range list {
		if other.RawEquals(v) {
			return true
		}
	}
	return false
}

// same tells whether two values that look like v are equal, with a hash to find them by.
func same(v cty.Value) (hash int, ok bool) {
	if plain(v) {
		return v.Hash(), true
	}
	if v.IsKnown() {
		return 0, whollyKnown(v)
	}
	marks := v.Marks()
	if len(marks) != 1 {
		return 0, false
	}
	for m := range marks {
		o, isOrigin := m.(inventory.Origin)
		return hash32(o.Address), isOrigin && o.Certainty == inventory.Sure && o.Attribute != "" && o != inventory.Anything && o != inventory.Literals
	}
	return 0, false
}

// weaken makes every Sure origin within a value a Maybe: the value is one of
// several that it could be.
func weaken(v cty.Value) cty.Value {
	if whollyKnown(v) && shapeOf(v) == nil {
		return v
	}
	return rebuild(v, func(leaf cty.Value) cty.Value { return certainty(leaf, inventory.Maybe) })
}

// weakenOthers makes Sure origins Maybe, but for those of an element that v was
// made of: the collection may be empty, and then only what is not there is lost.
func weakenOthers(v, element cty.Value) cty.Value {
	var s summary
	s.add(element)
	return WeakenUnless(v, func(o inventory.Origin) bool { return s.origins[o] })
}

// WeakenUnless makes those Sure origins within a value Maybe that are not to be kept.
func WeakenUnless(v cty.Value, keep func(inventory.Origin) bool) cty.Value {
	if whollyKnown(v) {
		return v
	}
	return rebuild(v, func(leaf cty.Value) cty.Value {
		if leaf.IsKnown() {
			return leaf
		}
		inner, marks := leaf.Unmark()
		out := make(cty.ValueMarks, len(marks))
		for m := range marks {
			switch o := m.(type) {
			case inventory.Origin:
				if o != inventory.Anything && o != inventory.Literals && !keep(o) {
					o.Certainty = max(o.Certainty, inventory.Maybe)
				}
				out[o] = struct{}{}
			case *many:
				out[&many{WeakenUnless(o.element, keep)}] = struct{}{}
			default:
				out[m] = struct{}{}
			}
		}
		return inner.WithMarks(out)
	})
}

// certainty lowers the certainty of an unknown leaf's origins.
func certainty(leaf cty.Value, c inventory.Certainty) cty.Value {
	if leaf.IsKnown() {
		return leaf
	}
	inner, marks := leaf.Unmark()
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		switch m := m.(type) {
		case inventory.Origin:
			if m != inventory.Anything && m != inventory.Literals {
				m.Certainty = max(m.Certainty, c)
			}
			out[m] = struct{}{}
		case *many:
			element := rebuild(m.element, func(leaf cty.Value) cty.Value { return certainty(leaf, c) })
			out[&many{element}] = struct{}{}
		default:
			out[m] = struct{}{}
		}
	}
	return inner.WithMarks(out)
}

func hash32(s string) int {
	h := fnv.New32a()
	h.Write([]byte(s))
	return int(h.Sum32())
}
