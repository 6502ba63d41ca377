package tfexpr

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Scope resolves the names of an expression.
type Scope interface {
	// Resolve returns the value of the first steps of a reference and how many
	// steps those are; the evaluator takes the rest itself.
	Resolve(reference hcl.Traversal) (value cty.Value, steps int, diags hcl.Diagnostics)
	// Function returns a function that has no need of origins: it is called with
	// unmarked values, and what it makes of unknown ones is derived from them.
	Function(name string) (function.Function, bool)
	// File reads a file that an expression names. The error says why it could not;
	// it is an fs.ErrNotExist where the file would be allowed, but is not there.
	File(path string) (content []byte, err error)
	// Files lists the files in a directory that match a pattern, in order.
	Files(directory, pattern string) (paths []string, err error)
	// Spend takes from the budget of work that the whole configuration has. It
	// returns false if that is used up, and has then reported so: all is unknown from there on.
	Spend(n int) bool
}

// Limits of one expression. They are far above what people write, and below
// what a Go stack of a gigabyte bears.
const (
	maxDepth    = 4000
	maxElements = 1_000_000
	maxExponent = 20_000
)

// evaluation is one evaluation of one expression.
type evaluation struct {
	scope  Scope
	frame  *frame
	diags  hcl.Diagnostics
	depth  int
	nested int // templatefile within templatefile
	made   int // elements gone through
	// doubts counts the steps that may turn out to be errors once all is known.
	doubts int
	own    bool // the evaluator's own functions also where all is known: for tests
}

// frame holds the variables of for expressions, templates and blocks.
type frame struct {
	parent *frame
	names  map[string]cty.Value
	symbol *hclsyntax.AnonSymbolExpr // of a splat
	item   cty.Value
}

// InternalError is the summary of the diagnostic for a fault of srmlint itself.
const InternalError = "Internal error"

// Evaluate returns the value of an expression. The variables stand before the scope's.
func Evaluate(x hclsyntax.Expression, scope Scope, variables ...map[string]cty.Value) (v cty.Value, diags hcl.Diagnostics) {
	e := &evaluation{scope: scope}
	defer func() {
		if r := recover(); r != nil {
			// A library that this stands on panicked. What it says may show values.
			v = e.fail(x.Range(), InternalError, "srmlint has failed at this expression, and takes its value as unknown. Please report it, with the expression.")
			diags = e.diags
		}
	}()
	for _, names := range variables {
		if len(names) > 0 {
			e.frame = &frame{parent: e.frame, names: names}
		}
	}
	return e.value(x), e.diags
}

func (e *evaluation) value(x hclsyntax.Expression) cty.Value {
	if e.depth++; e.depth > maxDepth {
		e.depth--
		return e.fail(x.Range(), "Expression nested too deeply", fmt.Sprintf("Expressions nested more than %d levels deep are not evaluated.", maxDepth))
	}
	if !e.scope.Spend(1) {
		e.depth--
		return Anything()
	}
	v := e.dispatch(x)
	e.depth--
	return e.bounded(v, x)
}

// bounded refuses numbers of which the decimal form would not fit into memory.
func (e *evaluation) bounded(v cty.Value, x hclsyntax.Expression) cty.Value {
	if v.Type() != cty.Number || !v.IsKnown() || v.IsNull() {
		return v
	}
	inner, _ := v.Unmark()
	if exponent := inner.AsBigFloat().MantExp(nil); exponent > maxExponent || exponent < -maxExponent {
		return e.fail(x.Range(), "Number out of range", "The number is too large, or too close to zero, to be worked with.")
	}
	return v
}

func (e *evaluation) dispatch(x hclsyntax.Expression) cty.Value {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.owned(x.Val)
	case *hclsyntax.TemplateExpr:
		return e.template(x)
	case *hclsyntax.ScopeTraversalExpr:
		return e.reference(x)
	case *hclsyntax.RelativeTraversalExpr:
		return e.traverse(e.value(x.Source), x.Traversal)
	case *hclsyntax.TupleConsExpr:
		return e.tuple(x)
	case *hclsyntax.ObjectConsExpr:
		return e.object(x)
	case *hclsyntax.ObjectConsKeyExpr:
		return e.key(x)
	case *hclsyntax.FunctionCallExpr:
		return e.call(x)
	case *hclsyntax.ConditionalExpr:
		return e.conditional(x)
	case *hclsyntax.BinaryOpExpr:
		return e.binary(x)
	case *hclsyntax.UnaryOpExpr:
		return e.unary(x)
	case *hclsyntax.IndexExpr:
		return e.index(e.value(x.Collection), e.value(x.Key), x.SrcRange)
	case *hclsyntax.ForExpr:
		return e.forExpr(x)
	case *hclsyntax.SplatExpr:
		return e.splat(x)
	case *hclsyntax.AnonSymbolExpr:
		return e.symbol(x)
	case *hclsyntax.ParenthesesExpr:
		return e.value(x.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return e.value(x.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		return e.templateJoin(x)
	}
	return Anything() // a syntax error, of which the parser has told
}

// fail reports an error; the value is then anything.
func (e *evaluation) fail(rng hcl.Range, summary, detail string) cty.Value {
	return e.failWith(hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: rng.Ptr(),
	}})
}

func (e *evaluation) failWith(diags hcl.Diagnostics) cty.Value {
	for _, d := range diags {
		d.Expression, d.EvalContext = nil, nil // a printed context would show values
	}
	e.diags = append(e.diags, diags...)
	return Anything()
}

// note says that something could not be evaluated, which is no fault of the configuration.
func (e *evaluation) note(rng hcl.Range, summary, detail string) cty.Value {
	e.doubts++
	e.diags = append(e.diags, &hcl.Diagnostic{
		Severity: hcl.DiagWarning, Summary: summary, Detail: detail, Subject: rng.Ptr(),
	})
	return Anything()
}

func (e *evaluation) reference(x *hclsyntax.ScopeTraversalExpr) cty.Value {
	name := x.Traversal.RootName()
	for f := e.frame; f != nil; f = f.parent {
		if v, ok := f.names[name]; ok {
			return e.traverse(v, x.Traversal[1:])
		}
	}
	v, steps, diags := e.scope.Resolve(x.Traversal)
	if diags.HasErrors() {
		return e.failWith(diags)
	}
	e.diags = append(e.diags, diags...)
	return e.traverse(e.owned(v), x.Traversal[steps:])
}

// owned marks an unknown value that nobody has marked.
func (e *evaluation) owned(v cty.Value) cty.Value {
	if !v.IsKnown() && !v.IsMarked() {
		return v.Mark(inventory.Anything)
	}
	return v
}

func (e *evaluation) symbol(x *hclsyntax.AnonSymbolExpr) cty.Value {
	for f := e.frame; f != nil; f = f.parent {
		if f.symbol == x {
			return f.item
		}
	}
	return Anything()
}
