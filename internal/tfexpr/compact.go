package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// large is the number of elements from which cty's way to find one type for all
// the elements of a tuple, which grows with the square, is avoided or paid for.
const large = 500

// compacted makes lists of large tuples, and maps of large objects, of which
// all elements have one type: what they are converted to anyway.
func compacted(v cty.Value) cty.Value {
	if !v.IsKnown() || v.IsNull() || v.Type().IsPrimitiveType() {
		return v
	}
	inner, marks := v.Unmark()
	switch t := inner.Type(); {
	case t.IsTupleType() && t.Length() > 0:
		elements := inner.AsValueSlice()
		for i, element := range elements {
			elements[i] = compacted(element)
		}
		if len(elements) > large && cty.CanListVal(elements) {
			return cty.ListVal(elements).WithMarks(marks)
		}
		return cty.TupleVal(elements).WithMarks(marks)
	case t.IsObjectType() && len(t.AttributeTypes()) > 0:
		attributes := inner.AsValueMap()
		for name, element := range attributes {
			attributes[name] = compacted(element)
		}
		if len(attributes) > large && cty.CanMapVal(attributes) {
			return cty.MapVal(attributes).WithMarks(marks)
		}
		return cty.ObjectVal(attributes).WithMarks(marks)
	}
	return v
}

// unifiable prepares a value of n elements in all for a conversion that finds
// one type for its elements.
func unifiable(v cty.Value, n int) cty.Value {
	if n <= large {
		return v
	}
	return compacted(v)
}

// varied counts the comparisons that a conversion of a value makes between the
// types of elements which are not all alike, in units of work.
func varied(v cty.Value, n int) int {
	if n <= large || !v.IsKnown() || v.IsNull() {
		return 0
	}
	inner, _ := v.Unmark()
	t := inner.Type()
	if !t.IsTupleType() && !t.IsObjectType() {
		return 0
	}
	m := inner.LengthInt()
	sum := m * m / unitsPerSquare
	for it := inner.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if element.Type().IsTupleType() || element.Type().IsObjectType() {
			sum += varied(element, n)
		}
	}
	return sum
}

// unitsPerSquare says how many comparisons are one unit of work.
const unitsPerSquare = 16

// cost is the work of functions that compare each element with each other.
func cost(x *hclsyntax.FunctionCallExpr, args []cty.Value) int {
	n := len(args) * len(args)
	switch {
	case x.Name == "distinct" && len(args) == 1:
		n += lengthOf(args[0]) * lengthOf(args[0])
	case x.Name == "matchkeys" && len(args) == 3:
		n += lengthOf(args[1]) * lengthOf(args[2])
	}
	return n / unitsPerSquare
}

func lengthOf(v cty.Value) int {
	elements, _ := Elements(v)
	return len(elements)
}
