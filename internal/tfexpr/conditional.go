package tfexpr

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// conditional: an unknown condition leaves what both branches have in common.
func (e *evaluation) conditional(x *hclsyntax.ConditionalExpr) cty.Value {
	condition, failed := e.tried(x.Condition)
	if failed {
		return Anything()
	}
	if condition.IsKnown() {
		return e.decided(x, condition)
	}
	before := len(e.diags)
	yes, no := e.value(x.TrueResult), e.value(x.FalseResult)
	// An error in a branch is one only if the condition comes out that way.
	e.diags = dropErrors(e.diags, before)
	e.doubts++
	return seal(Either(yes, no), isSensitive(condition))
}

// maxUnified bounds the branches that are given a common type, which nothing
// but the encoding of a mixed list ever shows.
const maxUnified = 10_000

// decided evaluates a conditional of which the condition is known.
func (e *evaluation) decided(x *hclsyntax.ConditionalExpr, condition cty.Value) cty.Value {
	chosen, ok := asBool(condition)
	if !ok {
		_, diags := (&hclsyntax.ConditionalExpr{
			Condition: literal(bare(condition), x.Condition), TrueResult: literal(cty.True, x.TrueResult),
			FalseResult: literal(cty.True, x.FalseResult), SrcRange: x.SrcRange,
		}).Value(nil)
		return e.failWith(diags)
	}
	taken, left := x.TrueResult, x.FalseResult
	if !chosen {
		taken, left = left, taken
	}
	v, failed := e.tried(taken)
	before, doubts := len(e.diags), e.doubts
	other := e.value(left)
	failed = failed || e.diags[before:].HasErrors()
	e.diags, e.doubts = dropErrors(e.diags, before), doubts
	if found := e.inspect(v, other); !failed && found.plain() && found.nodes <= maxUnified {
		v, other = unifiable(v, found.nodes), unifiable(other, found.nodes)
		if e.scope.Spend(varied(v, found.nodes) + varied(other, found.nodes)) {
			v = e.unified(x, chosen, v, other)
		}
	}
	return seal(v, isSensitive(condition))
}

// unified gives the taken branch the type that both branches have in common.
func (e *evaluation) unified(x *hclsyntax.ConditionalExpr, chosen bool, v, other cty.Value) cty.Value {
	yes, no := v, other
	if !chosen {
		yes, no = no, yes
	}
	result, diags := (&hclsyntax.ConditionalExpr{
		Condition: literal(cty.BoolVal(chosen), x.Condition), TrueResult: literal(yes, x.TrueResult),
		FalseResult: literal(no, x.FalseResult), SrcRange: x.SrcRange,
	}).Value(nil)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	return result
}

// asBool converts a known value to a bool.
func asBool(v cty.Value) (result, ok bool) {
	inner, _ := v.Unmark()
	inner, err := convert.Convert(inner, cty.Bool)
	if err != nil || inner.IsNull() || !inner.IsKnown() {
		return false, false
	}
	return inner.True(), true
}

// dropErrors leaves out the errors that were added since.
func dropErrors(diags hcl.Diagnostics, since int) hcl.Diagnostics {
	out := diags[:since]
	for _, d := range diags[since:] {
		if d.Severity != hcl.DiagError {
			out = append(out, d)
		}
	}
	return out
}
