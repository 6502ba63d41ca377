package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// try returns the first argument that is no error. One that may turn out to be
// an error once all is known leaves the next ones possible.
func (e *evaluation) try(x *hclsyntax.FunctionCallExpr) cty.Value {
	if x.ExpandFinal || len(x.Args) == 0 {
		return e.fail(x.Range(), "Error in function call", "The \"try\" function takes one or more expressions, and no expansion.")
	}
	var candidates []cty.Value
	before := e.doubts
	for _, arg := range x.Args {
		v, failed, doubtful := e.attempt(arg)
		if failed {
			continue
		}
		candidates = append(candidates, v)
		if !doubtful {
			e.doubts = before
			break
		}
	}
	if len(candidates) == 0 {
		return e.fail(x.Range(), "Error in function call", "Call to function \"try\" failed: no expression succeeded.")
	}
	return Either(candidates...)
}

// can tells whether an expression is no error.
func (e *evaluation) can(x *hclsyntax.FunctionCallExpr) cty.Value {
	if x.ExpandFinal || len(x.Args) != 1 {
		return e.fail(x.Range(), "Error in function call", "The \"can\" function takes one expression.")
	}
	before := e.doubts
	v, failed, doubtful := e.attempt(x.Args[0])
	e.doubts = before
	switch {
	case failed:
		return cty.False
	case doubtful:
		return derived(cty.UnknownVal(cty.Bool), v)
	}
	return cty.True
}

// attempt evaluates an expression of which an error counts as an answer.
func (e *evaluation) attempt(x hclsyntax.Expression) (v cty.Value, failed, doubtful bool) {
	start, doubts := len(e.diags), e.doubts
	v, failed = e.tried(x)
	e.diags = dropErrors(e.diags, start)
	return v, failed, e.doubts > doubts
}
