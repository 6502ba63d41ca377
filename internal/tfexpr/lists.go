package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// gathered is what several sequences have in them together.
type gathered struct {
	elements  []cty.Value
	unknown   bool // some sequence is unknown: elements has what its elements look like
	order     orderMark
	sensitive bool
	wrong     bool // an argument is no sequence
}

func gather(args ...cty.Value) *gathered {
	g := &gathered{}
	for _, arg := range args {
		g.sensitive = g.sensitive || isSensitive(arg)
		elements, ok := Elements(arg)
		switch {
		case !arg.IsKnown():
			g.unknown = true
			elements = []cty.Value{elementOf(arg)}
		case !ok:
			g.wrong = true
		case disorderly(arg) || arg.Type().IsSetType() && !whollyKnown(arg):
			g.order = unordered
		}
		g.elements = append(g.elements, elements...)
	}
	return g
}

// value makes one collection of everything.
func (g *gathered) value() cty.Value {
	switch {
	case g.wrong:
		return cty.NilVal
	case g.unknown:
		return seal(Many(Together(g.elements...)), g.sensitive)
	}
	return seal(sequence(g.elements, g.order), g.sensitive)
}

// perhaps makes a collection that may lack some of the elements.
func (g *gathered) perhaps() cty.Value {
	if g.wrong {
		return cty.NilVal
	}
	if len(g.elements) == 0 {
		return seal(cty.EmptyTupleVal, g.sensitive)
	}
	return seal(Many(weaken(Together(g.elements...))), g.sensitive)
}

func concat(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) == 0 {
		return cty.NilVal
	}
	return gather(args...).value()
}

func flatten(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	g := gather(args[0])
	out := &gathered{unknown: g.unknown, order: g.order, sensitive: g.sensitive, wrong: g.wrong}
	for _, element := range g.elements {
		out.flatten(element)
	}
	return out.value()
}

func (g *gathered) flatten(v cty.Value) {
	elements, ok := Elements(v)
	switch {
	case ok:
		g.sensitive = g.sensitive || isSensitive(v)
		if disorderly(v) || v.Type().IsSetType() && !whollyKnown(v) {
			g.order = unordered
		}
		for _, element := range elements {
			g.flatten(element)
		}
	case v.IsKnown(), v.Type().IsPrimitiveType(), v.Type().IsObjectType(), v.Type().IsMapType():
		g.elements = append(g.elements, v)
	case shapeOf(v) != nil:
		g.unknown = true
		g.flatten(elementOf(v))
	default: // a list, or one element: that is not known
		g.unknown = true
		g.elements = append(g.elements, elementOf(v))
	}
}

func toset(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	if !args[0].IsKnown() {
		return args[0]
	}
	g := gather(args[0])
	if g.wrong {
		return cty.NilVal
	}
	if elements := alike(g.elements); plain(cty.TupleVal(elements)) {
		return cty.NilVal
	} else if whollyKnown(cty.TupleVal(elements)) {
		return cty.NilVal // only sensitive: cty's own rule is Terraform's
	} else {
		return seal(sequence(elements, asSet), g.sensitive)
	}
}

func tolist(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	if !args[0].IsKnown() {
		return args[0]
	}
	g := gather(args[0])
	g.elements = alike(g.elements)
	return g.value()
}

// alike gives numbers and strings among the elements one type, as a list has.
func alike(elements []cty.Value) []cty.Value {
	text := false
	for _, v := range elements {
		text = text || v.Type() == cty.String
	}
	out := make([]cty.Value, len(elements))
	for i, v := range elements {
		out[i] = v
		if text && v.Type().IsPrimitiveType() && v.Type() != cty.String {
			out[i] = convertLeaf(v, cty.String)
		}
	}
	return out
}

// convertLeaf converts a scalar and keeps its marks; what cannot be converted stays.
func convertLeaf(v cty.Value, t cty.Type) cty.Value {
	inner, marks := v.Unmark()
	converted, err := convert.Convert(inner, t)
	if err != nil {
		return v
	}
	return converted.WithMarks(marks)
}

// scalar converts an unknown scalar, which stays what it is.
func scalar(_ *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	types := map[string]cty.Type{"tostring": cty.String, "tonumber": cty.Number, "tobool": cty.Bool}
	if len(args) != 1 || args[0].IsKnown() || shapeOf(args[0]) != nil {
		return cty.NilVal
	}
	return convertLeaf(args[0], types[x.Name])
}
