// Package mutate changes the conditions of rules, one place at a time, to see
// whether a rule's cases notice: a condition that can be turned round while
// every case still passes is one that nobody has tried.
//
// It knows expressions only; what to run for each mutant is the caller's.
package mutate

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Mutant is one change to an expression. Between Apply and Undo the expression
// must not be evaluated by anybody else.
type Mutant struct {
	What  string // the kind of change: "negate", "drop left", …
	Node  hclsyntax.Expression
	Apply func()
	Undo  func()
}

// Expression lists the mutants of an expression, outermost first. set puts
// another expression in its place.
func Expression(x hclsyntax.Expression, set func(hclsyntax.Expression)) []Mutant {
	var l list
	l.boolean(x, set)
	l.visit(x, set)
	return l.mutants
}

type list struct{ mutants []Mutant }

// replace adds a mutant that puts one expression in the place of another.
func (l *list) replace(what string, x hclsyntax.Expression, set func(hclsyntax.Expression), by hclsyntax.Expression) {
	l.mutants = append(l.mutants, Mutant{
		What: what, Node: x,
		Apply: func() { set(by) },
		Undo:  func() { set(x) },
	})
}

// boolean adds what may be done to any condition as a whole.
func (l *list) boolean(x hclsyntax.Expression, set func(hclsyntax.Expression)) {
	l.replace("always true", x, set, literal(x, cty.True))
	l.replace("always false", x, set, literal(x, cty.False))
}

func literal(x hclsyntax.Expression, v cty.Value) hclsyntax.Expression {
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: x.Range()}
}

func negation(x hclsyntax.Expression) hclsyntax.Expression {
	return &hclsyntax.UnaryOpExpr{Op: hclsyntax.OpLogicalNot, Val: x, SrcRange: x.Range()}
}

// visit adds the mutants of a node and of all below it.
func (l *list) visit(x hclsyntax.Expression, set func(hclsyntax.Expression)) {
	switch x := x.(type) {
	case *hclsyntax.BinaryOpExpr:
		l.binary(x, set)
	case *hclsyntax.UnaryOpExpr:
		l.replace("without the operator", x, set, x.Val)
	case *hclsyntax.ConditionalExpr:
		l.replace("never the second", x, set, x.TrueResult)
		l.replace("never the first", x, set, x.FalseResult)
	case *hclsyntax.ForExpr:
		l.filter(x)
	case *hclsyntax.FunctionCallExpr:
		l.function(x)
	case *hclsyntax.LiteralValueExpr:
		l.constant(x, set)
	}
	children(x, l.visit)
}

// filter turns the condition of a for expression round, and leaves it out.
func (l *list) filter(x *hclsyntax.ForExpr) {
	if x.CondExpr == nil {
		return
	}
	condition := x.CondExpr
	set := func(by hclsyntax.Expression) { x.CondExpr = by }
	l.replace("negate", condition, set, negation(condition))
	l.replace("always true", condition, set, literal(condition, cty.True))
}

// function exchanges the two quantifiers.
func (l *list) function(x *hclsyntax.FunctionCallExpr) {
	other, ok := map[string]string{"anytrue": "alltrue", "alltrue": "anytrue"}[x.Name]
	if !ok {
		return
	}
	name := x.Name
	l.mutants = append(l.mutants, Mutant{
		What: other, Node: x,
		Apply: func() { x.Name = other },
		Undo:  func() { x.Name = name },
	})
}

// constant changes a number by one, turns a bool round and spoils a text.
func (l *list) constant(x *hclsyntax.LiteralValueExpr, set func(hclsyntax.Expression)) {
	switch {
	case x.Val.IsNull():
	case x.Val.Type() == cty.Bool:
		l.replace("negate", x, set, literal(x, x.Val.Not()))
	case x.Val.Type() == cty.Number:
		l.replace("one more", x, set, literal(x, x.Val.Add(cty.NumberIntVal(1))))
		l.replace("one less", x, set, literal(x, x.Val.Subtract(cty.NumberIntVal(1))))
	case x.Val.Type() == cty.String:
		l.replace("another text", x, set, literal(x, cty.StringVal(x.Val.AsString()+"\u00a7")))
	}
}
