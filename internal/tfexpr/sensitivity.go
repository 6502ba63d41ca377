package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

func makeSensitive(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	return args[0].Mark(inventory.Sensitive)
}

func makeNonsensitive(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	inner, marks := args[0].Unmark()
	delete(marks, inventory.Sensitive)
	return inner.WithMarks(marks)
}

func issensitive(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	if isSensitive(args[0]) {
		return cty.True
	}
	if !args[0].IsKnown() {
		return derived(cty.UnknownVal(cty.Bool), args[0])
	}
	return cty.False
}

// Sensitive marks a value that must never be printed.
func Sensitive(v cty.Value) cty.Value { return v.Mark(inventory.Sensitive) }

// IsSensitive tells whether a value, or a part of it, must never be printed.
func IsSensitive(v cty.Value) bool {
	var s summary
	s.add(v)
	return s.sensitive
}
