package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/gocty"
)

func distinct(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	g := gather(args[0])
	g.elements = unique(g.elements)
	return g.value()
}

func compact(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	g := gather(args[0])
	kept := g.elements[:0:0]
	for _, v := range g.elements {
		if !isBlank(v) {
			kept = append(kept, v)
		}
	}
	g.elements = kept
	return g.value()
}

// isBlank tells whether a value is known to be null or the empty string.
func isBlank(v cty.Value) bool {
	if !v.IsKnown() {
		return false
	}
	inner, _ := v.Unmark()
	return inner.IsNull() || inner.Type() == cty.String && inner.AsString() == ""
}

func coalesce(e *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	var candidates []cty.Value
	for _, v := range args {
		if isBlank(v) {
			continue
		}
		candidates = append(candidates, v)
		if v.IsKnown() || present(v) {
			break
		}
	}
	return e.candidates(candidates)
}

func coalescelist(e *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	var candidates []cty.Value
	for _, v := range args {
		elements, ok := Elements(v)
		if ok && len(elements) == 0 || v.IsKnown() && v.IsNull() {
			continue
		}
		candidates = append(candidates, v)
		if ok {
			break
		}
	}
	return e.candidates(candidates)
}

func (e *evaluation) candidates(list []cty.Value) cty.Value {
	if len(list) == 0 {
		return cty.NilVal // an error, which cty words
	}
	if len(list) > 1 {
		e.doubts++
	}
	return Either(list...)
}

// present tells whether an unknown value is an attribute that is never null or empty: an id.
func present(v cty.Value) bool {
	inner, marks := v.Unmark()
	if !inner.Range().DefinitelyNotNull() || len(marks) != 1 {
		return false
	}
	for m := range marks {
		o, ok := m.(inventory.Origin)
		return ok && o.Certainty == inventory.Sure && o.Address != ""
	}
	return false
}

func reverse(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	g := gather(args[0])
	out := make([]cty.Value, len(g.elements))
	for i, v := range g.elements {
		out[len(out)-1-i] = v
	}
	g.elements = out
	return g.value()
}

// sorted: where an element is unknown, so is the order.
func sorted(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 || whollyKnown(args[0]) {
		return cty.NilVal
	}
	g := gather(args[0])
	g.order = unordered
	return g.value()
}

func element(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return cty.NilVal
	}
	elements, ok := Elements(args[0])
	if !ok || !args[1].IsKnown() || len(elements) == 0 {
		if args[0].IsKnown() && !ok || ok && len(elements) == 0 {
			return cty.NilVal
		}
		return e.index(args[0], cty.UnknownVal(cty.Number), x.Range())
	}
	i, ok := wholeNumber(args[1])
	if !ok {
		return cty.NilVal
	}
	i = ((i % len(elements)) + len(elements)) % len(elements)
	return e.index(args[0], cty.NumberIntVal(int64(i)), x.Range())
}

func wholeNumber(v cty.Value) (int, bool) {
	inner, _ := v.Unmark()
	var i int
	err := gocty.FromCtyValue(convertLeaf(inner, cty.Number), &i)
	return i, err == nil
}

func oneOf(e *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	elements, ok := Elements(args[0])
	switch {
	case !args[0].IsKnown():
		e.doubts++
		return one(args[0])
	case ok && len(elements) == 1:
		return seal(elements[0], isSensitive(args[0]))
	case ok && len(elements) > 1 && args[0].HasMark(asSet):
		return Either(elements...)
	}
	return cty.NilVal
}

func slice(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 3 {
		return cty.NilVal
	}
	g := gather(args[0])
	from, okFrom := wholeNumber(args[1])
	to, okTo := wholeNumber(args[2])
	if g.unknown || g.order != "" || !args[1].IsKnown() || !args[2].IsKnown() {
		return g.perhaps()
	}
	if !okFrom || !okTo || from < 0 || to < from || to > len(g.elements) {
		return cty.NilVal
	}
	g.elements = g.elements[from:to]
	return g.value()
}

func length(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 || !args[0].IsKnown() || args[0].IsNull() {
		return cty.NilVal
	}
	inner, sensitive, order := open(args[0])
	if !inner.CanIterateElements() || inner.Type().IsSetType() || order == asSet && inner.LengthInt() > 1 {
		return cty.NilVal
	}
	return seal(cty.NumberIntVal(int64(inner.LengthInt())), sensitive)
}
