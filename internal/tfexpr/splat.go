package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

func (e *evaluation) splat(x *hclsyntax.SplatExpr) cty.Value {
	source, failed := e.tried(x.Source)
	if failed {
		return Anything()
	}
	if !source.IsKnown() {
		return e.splatUnknown(x, source)
	}
	elements, ok := Elements(source)
	switch t := source.Type(); {
	case ok:
	case !source.IsNull():
		bare, sensitive, _ := open(source)
		elements = []cty.Value{seal(bare, sensitive)}
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		return e.fail(x.Source.Range(), "Splat of null value", "Splat expressions (with the * symbol) cannot be applied to null sequences.")
	}
	if !e.spend(len(elements), x.SrcRange) {
		return Anything()
	}
	out := make([]cty.Value, len(elements))
	for i, item := range elements {
		out[i] = e.each(x, item)
	}
	if disorderly(source) {
		return seal(sequence(out, unordered), isSensitive(source))
	}
	return seal(listIf(source.Type().IsListType() || source.Type().IsSetType(), out), isSensitive(source))
}

// listIf makes a list where HCL does; what is not wholly known stays a tuple.
func listIf(asList bool, elements []cty.Value) cty.Value {
	if v := cty.TupleVal(elements); !asList || len(elements) == 0 || !plain(v) || !cty.CanListVal(elements) {
		return v
	}
	return cty.ListVal(elements)
}

// splatUnknown: what is no collection is one element, or none if it is null.
func (e *evaluation) splatUnknown(x *hclsyntax.SplatExpr, source cty.Value) cty.Value {
	e.doubts++
	t := source.Type()
	if shapeOf(source) == nil && (t.IsPrimitiveType() || t.IsObjectType() || t.IsMapType() || isWhole(source)) {
		item := e.each(x, source)
		inner, _ := source.Unmark()
		if inner.Range().DefinitelyNotNull() {
			return cty.TupleVal([]cty.Value{item})
		}
		return Many(item)
	}
	return seal(Many(e.each(x, elementOf(source))), isSensitive(source))
}

// isWhole tells whether an unknown value is a whole object of a known address.
func isWhole(v cty.Value) bool {
	for m := range v.Marks() {
		if o, ok := m.(inventory.Origin); ok && o.Address != "" && o.Attribute == "" {
			return true
		}
	}
	return false
}

func (e *evaluation) each(x *hclsyntax.SplatExpr, item cty.Value) cty.Value {
	outer := e.frame
	e.frame = &frame{parent: outer, symbol: x.Item, item: e.owned(item)}
	defer func() { e.frame = outer }()
	return e.value(x.Each)
}

func looseIf(loose bool) orderMark {
	if loose {
		return unordered
	}
	return ""
}
