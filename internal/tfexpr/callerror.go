package tfexpr

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// callError reports a function's error; its words may hold the arguments, so
// that it is kept short where one of them is sensitive.
func (e *evaluation) callError(x *hclsyntax.FunctionCallExpr, args []cty.Value, err error) {
	var s summary
	for _, arg := range args {
		s.add(arg)
	}
	rng := x.Range()
	if argErr, ok := err.(function.ArgError); ok {
		rng = argumentRange(x, argErr.Index)
	}
	detail := fmt.Sprintf("Call to function %q failed: %s.", x.Name, err)
	if s.sensitive {
		detail = fmt.Sprintf("Call to function %q failed. The reason is not shown, because an argument is sensitive.", x.Name)
	}
	e.fail(rng, "Error in function call", detail)
}

// argumentRange is where an argument stands; beyond the last one, where the call does.
func argumentRange(x *hclsyntax.FunctionCallExpr, i int) hcl.Range {
	switch {
	case i < len(x.Args):
		return x.Args[i].Range()
	case len(x.Args) > 0 && x.ExpandFinal:
		return x.Args[len(x.Args)-1].Range()
	}
	return x.Range()
}

// Limits of the size of one value, so that doubling it over and over ends in an error.
const (
	maxLeaves = 1_000_000
	maxString = 16 << 20
	maxLevels = 500
)

// limited refuses a value that has grown too large.
func (e *evaluation) limited(v cty.Value, x hclsyntax.Expression) cty.Value {
	if fits(v) {
		return v
	}
	return e.fail(x.Range(), "Value too large", fmt.Sprintf("This makes a value of more than %d elements or %d bytes, which is not worked with.", maxLeaves, maxString))
}

// fits tells whether a value is within the limits. It stops at the first excess.
func fits(v cty.Value) bool {
	leaves, size := maxLeaves, maxString
	return measure(v, &leaves, &size, maxLevels)
}

// Fits tells whether a value is small enough to be kept and used again.
func Fits(v cty.Value) bool { return fits(v) }

func measure(v cty.Value, leaves, size *int, levels int) bool {
	if *leaves--; *leaves < 0 || levels < 0 {
		return false
	}
	inner := v
	if v.IsMarked() {
		if shape := shapeOf(v); shape != nil {
			return measure(shape.element, leaves, size, levels-1)
		}
		inner, _ = v.Unmark()
	}
	if !inner.IsKnown() || inner.IsNull() {
		return true
	}
	switch t := inner.Type(); {
	case t == cty.String:
		*size -= len(inner.AsString())
		return *size >= 0
	case t == cty.Number:
		e := inner.AsBigFloat().MantExp(nil)
		return e <= maxExponent && e >= -maxExponent
	case !inner.CanIterateElements():
		return true
	case isLargeSet(inner):
		*leaves -= inner.LengthInt()
		return *leaves >= 0
	}
	for it := inner.ElementIterator(); it.Next(); {
		if _, element := it.Element(); !measure(element, leaves, size, levels-1) {
			return false
		}
	}
	return true
}
