package catalogue

import (
	"fmt"
	"reflect"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Limits of what rules of the user's own may ask for. They may come from a
// stranger's pull request: loops in loops must not keep a run busy for hours.
// The built-in rules are tried by tests, and not measured.
const (
	// workOfOne is how many elements and texts the rule may go through for one resource.
	workOfOne = 500_000
	// workOfAll is the same for all rules and resources of a run.
	workOfAll = 200_000_000
)

// meter counts the work of one evaluation.
type meter struct {
	left  int
	total *atomic.Int64
}

// meterName stands among the variables of a context; no rule can write it.
const meterName = "(meter)"

var meterType = cty.Capsule("meter", reflect.TypeOf(meter{}))

// measured adds a meter to a context.
func (c *Catalogue) measured(ctx *hcl.EvalContext) {
	ctx.Variables[meterName] = cty.CapsuleVal(meterType, &meter{left: workOfOne, total: &c.work})
}

// Exhausted tells whether the user's own rules asked for more work than is
// allowed for a run: verdicts are then missing, and which is a matter of chance.
func (c *Catalogue) Exhausted() error {
	if c.work.Load() <= workOfAll {
		return nil
	}
	return fmt.Errorf("the rules of your own ask for more than %d steps in all, which is the limit; make their loops smaller", workOfAll)
}

func meterOf(ctx *hcl.EvalContext) *meter {
	for ; ctx != nil; ctx = ctx.Parent() {
		if v, ok := ctx.Variables[meterName]; ok {
			return v.EncapsulatedValue().(*meter)
		}
	}
	return nil
}

// spend takes from the budget; false if it is used up.
func (m *meter) spend(n int) bool {
	m.left -= n
	return m.total.Add(int64(n)) <= workOfAll && m.left >= 0
}

// metered is an expression of which the value is measured before it is used.
type metered struct {
	*hclsyntax.ParenthesesExpr // visitors see the expression below it
}

// Value implements hcl.Expression.
func (x metered) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	m := meterOf(ctx)
	if m != nil && !m.spend(1) {
		return cty.DynamicVal, hcl.Diagnostics{tooMuchWork(x.Range())}
	}
	v, diags := x.Expression.Value(ctx)
	if m != nil && !diags.HasErrors() && !m.spend(size(v, m.left+1)) {
		return cty.DynamicVal, hcl.Diagnostics{tooMuchWork(x.Range())}
	}
	return v, diags
}

func tooMuchWork(at hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Rule asks for too much work",
		Detail:  fmt.Sprintf("A rule may go through %d elements for one resource, and %d in all.", workOfOne, workOfAll),
		Subject: &at,
	}
}

// guarded is an expression of the user's own rules: it is evaluated with
// meters in it, and shows itself as it is written to whoever asks.
type guarded struct {
	*hclsyntax.ParenthesesExpr
	measured hclsyntax.Expression
}

// Value implements hcl.Expression.
func (x *guarded) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	return x.measured.Value(ctx)
}

// guard puts meters into a copy of an expression, for which it is parsed again.
func guard(x hcl.Expression, source []byte) (hcl.Expression, hcl.Diagnostics) {
	original, ok := x.(hclsyntax.Expression)
	if !ok {
		return x, nil
	}
	const name = "x = "
	at := x.Range()
	start := hcl.Pos{Line: at.Start.Line, Column: at.Start.Column - len(name), Byte: at.Start.Byte - len(name)}
	text := append(append([]byte(name), at.SliceBytes(source)...), '\n')
	file, diags := hclsyntax.ParseConfig(text, at.Filename, start)
	body, ok := file.Body.(*hclsyntax.Body)
	if diags.HasErrors() || !ok || body.Attributes["x"] == nil {
		return x, hcl.Diagnostics{problem(at, "Expression cannot be measured", "Write it in one expression without a comment at its end.")}
	}
	again := body.Attributes["x"].Expr
	measure(again)
	return &guarded{&hclsyntax.ParenthesesExpr{Expression: original, SrcRange: at}, again}, nil
}

// guard puts meters into all expressions of an obligation.
func (o *Obligation) guard(source []byte) (diags hcl.Diagnostics) {
	all := []*hcl.Expression{&o.Arises, &o.Addressed, &o.Gap}
	for i := range o.Locals {
		all = append(all, &o.Locals[i].Expression)
	}
	for _, p := range all {
		if *p == nil {
			continue
		}
		var more hcl.Diagnostics
		*p, more = guard(*p, source)
		diags = append(diags, more...)
	}
	return diags
}

// size counts the elements of a value with all that is inside it, and its texts
// by their length. It stops at a limit.
func size(v cty.Value, limit int) int {
	n := 1
	v, _ = v.Unmark()
	switch {
	case !v.IsKnown() || v.IsNull():
	case v.Type() == cty.String:
		n += len(v.AsString()) / 64
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next() && n < limit; {
			_, element := it.Element()
			n += size(element, limit-n)
		}
	}
	return n
}

// measure puts meters wherever an expression can multiply its work: what a loop
// goes through, what a function is given, what a text is put together of.
func measure(x hcl.Expression) {
	node, ok := x.(hclsyntax.Node)
	if !ok {
		return
	}
	_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics { // the visitor finds no fault
		switch n := n.(type) {
		case *hclsyntax.ForExpr:
			wrap(&n.CollExpr)
			wrap(&n.ValExpr)
			wrap(&n.CondExpr)
		case *hclsyntax.SplatExpr:
			wrap(&n.Source)
		case *hclsyntax.FunctionCallExpr:
			wrapAll(n.Args)
		case *hclsyntax.TemplateExpr:
			wrapAll(n.Parts)
		case *hclsyntax.BinaryOpExpr:
			wrap(&n.LHS)
			wrap(&n.RHS)
		case *hclsyntax.ConditionalExpr:
			wrap(&n.TrueResult)
			wrap(&n.FalseResult)
		}
		return nil
	})
}

func wrapAll(list []hclsyntax.Expression) {
	for i := range list {
		wrap(&list[i])
	}
}

// wrap leaves constants alone: they cost nothing, and hcl looks at their kind.
func wrap(p *hclsyntax.Expression) {
	switch (*p).(type) {
	case nil, *hclsyntax.LiteralValueExpr, metered:
		return
	}
	*p = metered{&hclsyntax.ParenthesesExpr{Expression: *p, SrcRange: (*p).Range()}}
}
