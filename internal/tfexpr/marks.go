package tfexpr

import (
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// many marks an unknown collection of any length of which the shape is known:
// each element looks like element. A Sure origin within element is held by
// the collection for certain, though not by each of its elements.
type many struct{ element cty.Value }

// orderMark marks a tuple of which the order is not known.
type orderMark string

const (
	// asSet marks a tuple that stands for a set which is not wholly known.
	asSet = orderMark("set")
	// unordered marks a tuple made from such a set.
	unordered = orderMark("unordered")
)

// disorderly tells whether the position of an element in v says nothing.
func disorderly(v cty.Value) bool { return v.HasMark(asSet) || v.HasMark(unordered) }

// Many returns a collection of unknown length of which every element looks
// like one value: what a block is whose count or for_each is unknown.
func Many(element cty.Value) cty.Value {
	return cty.DynamicVal.Mark(&many{element})
}

// Anything returns a value of which nothing is known.
func Anything() cty.Value { return cty.DynamicVal.Mark(inventory.Anything) }

// Opaque returns an object of which only the address is known: each attribute
// taken from it has its origin there.
func Opaque(address string) cty.Value {
	return cty.DynamicVal.Mark(inventory.Origin{Address: address})
}

// shapeOf returns the shape of an unknown collection, or nil if it has none.
func shapeOf(v cty.Value) *many {
	if v.IsKnown() {
		return nil
	}
	for m := range v.Marks() {
		if shape, ok := m.(*many); ok {
			return shape
		}
	}
	return nil
}

func isSensitive(v cty.Value) bool { return v.HasMark(inventory.Sensitive) }

// seal marks a value sensitive if one that it was made of is.
func seal(v cty.Value, sensitive bool) cty.Value {
	if sensitive {
		return v.Mark(inventory.Sensitive)
	}
	return v
}

// open takes off the marks of a known value's outermost level.
func open(v cty.Value) (inner cty.Value, sensitive bool, order orderMark) {
	if !v.IsMarked() {
		return v, false, ""
	}
	inner, marks := v.Unmark()
	for _, o := range []orderMark{asSet, unordered} {
		if _, ok := marks[o]; ok {
			order = o
		}
	}
	_, sensitive = marks[inventory.Sensitive]
	return inner, sensitive, order
}

// plain tells whether a value is wholly known and carries no mark at all.
func plain(v cty.Value) bool {
	i := inspection{limit: maxLeaves}
	i.look(v)
	return i.plain()
}

// whollyKnown tells whether nothing in a value is unknown.
func whollyKnown(v cty.Value) bool {
	i := inspection{limit: maxLeaves}
	i.look(v)
	return !i.unknown
}

// hasMarks tells whether anything in a value is marked.
func hasMarks(v cty.Value) bool {
	i := inspection{limit: maxLeaves}
	i.look(v)
	return i.marked
}

// inspection is what one walk through a value finds.
type inspection struct {
	nodes   int
	limit   int // of nodes; the walk ends there
	unknown bool
	marked  bool
}

func (i *inspection) plain() bool { return !i.unknown && !i.marked }

func (i *inspection) look(v cty.Value) {
	if i.nodes++; i.nodes > i.limit {
		return
	}
	if v.IsMarked() {
		i.marked = true
		v, _ = v.Unmark()
	}
	switch {
	case !v.IsKnown():
		i.unknown = true
	case v.IsNull(), v.Type().IsPrimitiveType(), !v.CanIterateElements():
	case isLargeSet(v):
		i.nodes += v.LengthInt()
	default:
		for it := v.ElementIterator(); it.Next() && i.nodes <= i.limit; {
			_, element := it.Element()
			i.look(element)
		}
	}
}

// isLargeSet tells of sets that hold nothing but known scalars, and so many
// that to sort them, as cty does for each walk, takes long.
func isLargeSet(v cty.Value) bool {
	return v.Type().IsSetType() && v.Type().ElementType().IsPrimitiveType() && v.LengthInt() > large
}

// inspect walks through a value at the cost of as much work.
func (e *evaluation) inspect(values ...cty.Value) inspection {
	i := inspection{limit: maxLeaves}
	for _, v := range values {
		i.look(v)
	}
	if i.nodes > len(values) {
		e.scope.Spend(i.nodes)
	}
	return i
}

// Size counts the elements of a value with all that is inside it.
func Size(v cty.Value) int {
	i := inspection{limit: maxLeaves}
	i.look(v)
	return i.nodes
}
