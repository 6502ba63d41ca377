package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// literal wraps a value that is evaluated already, so that HCL can go on with it.
func literal(v cty.Value, x hclsyntax.Expression) *hclsyntax.LiteralValueExpr {
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: x.Range()}
}

// bare takes all marks off a value. A shape that only marks told of is lost:
// what remains is unknown.
func bare(v cty.Value) cty.Value {
	if !hasMarks(v) {
		return v
	}
	inner, _ := v.UnmarkDeep()
	return inner
}

func (e *evaluation) template(x *hclsyntax.TemplateExpr) cty.Value {
	if len(x.Parts) == 1 {
		if part, ok := x.Parts[0].(*hclsyntax.LiteralValueExpr); ok && part.Val.Type() == cty.String {
			return part.Val
		}
	}
	parts := make([]cty.Value, len(x.Parts))
	copied := &hclsyntax.TemplateExpr{SrcRange: x.SrcRange, Parts: make([]hclsyntax.Expression, len(x.Parts))}
	failed := false
	for i, part := range x.Parts {
		before := len(e.diags)
		parts[i] = e.value(part)
		failed = failed || e.diags[before:].HasErrors()
		copied.Parts[i] = literal(bare(parts[i]), part)
	}
	if failed {
		return derived(cty.UnknownVal(cty.String), parts...)
	}
	result, diags := copied.Value(nil)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return e.limited(derived(result, parts...), x)
}

func (e *evaluation) templateJoin(x *hclsyntax.TemplateJoinExpr) cty.Value {
	tuple := e.value(x.Tuple)
	inner := bare(tuple)
	if !inner.IsKnown() || !inner.Type().IsTupleType() {
		return derived(cty.UnknownVal(cty.String), tuple)
	}
	result, diags := (&hclsyntax.TemplateJoinExpr{Tuple: literal(inner, x.Tuple)}).Value(nil)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return e.limited(derived(result, tuple), x)
}

func (e *evaluation) binary(x *hclsyntax.BinaryOpExpr) cty.Value {
	left, failedLeft := e.tried(x.LHS)
	if shortCircuits(x.Op, left) {
		return seal(cty.BoolVal(x.Op == hclsyntax.OpLogicalOr), isSensitive(left))
	}
	before := len(e.diags)
	right, failedRight := e.tried(x.RHS)
	if !left.IsKnown() && (x.Op == hclsyntax.OpLogicalAnd || x.Op == hclsyntax.OpLogicalOr) {
		e.diags = dropErrors(e.diags, before) // an error only if the left side lets it be evaluated
	}
	if v, ok := compareWithNull(x.Op, left, right); ok {
		return v
	}
	if x.Op.Type == cty.Number && !knownAll([]cty.Value{left, right}) {
		e.doubts++ // it may be no number, or zero
	}
	unknown := derived(cty.UnknownVal(x.Op.Type), left, right)
	if failedLeft || failedRight {
		return unknown
	}
	copied := &hclsyntax.BinaryOpExpr{
		LHS: literal(e.bareOperand(left), x.LHS), RHS: literal(e.bareOperand(right), x.RHS), Op: x.Op, SrcRange: x.SrcRange,
	}
	result, diags := copied.Value(nil)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return derived(result, left, right)
}

func (e *evaluation) bareOperand(v cty.Value) cty.Value { return bare(sets(v)) }

// tried evaluates an operand and tells whether that failed.
func (e *evaluation) tried(x hclsyntax.Expression) (v cty.Value, failed bool) {
	before := len(e.diags)
	v = e.value(x)
	return v, e.diags[before:].HasErrors()
}

func shortCircuits(op *hclsyntax.Operation, left cty.Value) bool {
	if op != hclsyntax.OpLogicalAnd && op != hclsyntax.OpLogicalOr {
		return false
	}
	inner, _ := left.Unmark()
	if inner.Type() != cty.Bool || !inner.IsKnown() || inner.IsNull() {
		return false
	}
	return inner.True() == (op == hclsyntax.OpLogicalOr)
}

// compareWithNull answers x == null for collections of which the shape is known:
// they are not null, though cty cannot say so of a value without a type.
func compareWithNull(op *hclsyntax.Operation, left, right cty.Value) (cty.Value, bool) {
	if op != hclsyntax.OpEqual && op != hclsyntax.OpNotEqual {
		return cty.NilVal, false
	}
	if left.IsKnown() && left.IsNull() {
		left, right = right, left
	}
	if !right.IsKnown() || !right.IsNull() || shapeOf(left) == nil {
		return cty.NilVal, false
	}
	return seal(cty.BoolVal(op == hclsyntax.OpNotEqual), isSensitive(left) || isSensitive(right)), true
}

func (e *evaluation) unary(x *hclsyntax.UnaryOpExpr) cty.Value {
	v, failed := e.tried(x.Val)
	if failed {
		return derived(cty.UnknownVal(x.Op.Type), v)
	}
	copied := &hclsyntax.UnaryOpExpr{Op: x.Op, Val: literal(bare(v), x.Val), SrcRange: x.SrcRange, SymbolRange: x.SymbolRange}
	result, diags := copied.Value(nil)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return derived(result, v)
}

// sets makes a set of a tuple that stands for one; what has no order is unknown as a whole.
func sets(v cty.Value) cty.Value {
	if !v.IsKnown() || !disorderly(v) {
		return v
	}
	inner, _, order := open(v)
	elements := inner.AsValueSlice()
	if order == unordered {
		return cty.UnknownVal(cty.DynamicPseudoType)
	}
	if len(elements) == 0 || !cty.CanSetVal(elements) {
		return cty.UnknownVal(cty.DynamicPseudoType)
	}
	return cty.SetVal(elements)
}
