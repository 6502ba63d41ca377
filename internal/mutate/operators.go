package mutate

import "github.com/hashicorp/hcl/v2/hclsyntax"

// binary adds the mutants of an operator with two sides.
func (l *list) binary(x *hclsyntax.BinaryOpExpr, set func(hclsyntax.Expression)) {
	if x.Op == hclsyntax.OpLogicalAnd || x.Op == hclsyntax.OpLogicalOr {
		l.replace("without the left", x, set, x.RHS)
		l.replace("without the right", x, set, x.LHS)
		left, right := x.LHS, x.RHS
		l.replace("negate", left, func(by hclsyntax.Expression) { x.LHS = by }, negation(left))
		l.replace("negate", right, func(by hclsyntax.Expression) { x.RHS = by }, negation(right))
		return
	}
	for _, other := range others(x.Op) {
		changed := *x
		changed.Op = other.op
		l.replace(other.what, x, set, &changed)
	}
}

type other struct {
	what string
	op   *hclsyntax.Operation
}

// others are what a comparison is turned into: its opposite, and its neighbour
// that differs where both sides are equal.
func others(op *hclsyntax.Operation) []other {
	switch op {
	case hclsyntax.OpEqual:
		return []other{{"!=", hclsyntax.OpNotEqual}}
	case hclsyntax.OpNotEqual:
		return []other{{"==", hclsyntax.OpEqual}}
	case hclsyntax.OpGreaterThan:
		return []other{{"<=", hclsyntax.OpLessThanOrEqual}, {">=", hclsyntax.OpGreaterThanOrEqual}}
	case hclsyntax.OpGreaterThanOrEqual:
		return []other{{"<", hclsyntax.OpLessThan}, {">", hclsyntax.OpGreaterThan}}
	case hclsyntax.OpLessThan:
		return []other{{">=", hclsyntax.OpGreaterThanOrEqual}, {"<=", hclsyntax.OpLessThanOrEqual}}
	case hclsyntax.OpLessThanOrEqual:
		return []other{{">", hclsyntax.OpGreaterThan}, {"<", hclsyntax.OpLessThan}}
	}
	return nil
}

// children calls visit for each expression right below another, with what puts
// something else in its place.
func children(x hclsyntax.Expression, visit func(hclsyntax.Expression, func(hclsyntax.Expression))) {
	one := func(p *hclsyntax.Expression) {
		if *p != nil {
			visit(*p, func(by hclsyntax.Expression) { *p = by })
		}
	}
	many := func(list []hclsyntax.Expression) {
		for i := range list {
			one(&list[i])
		}
	}
	switch x := x.(type) {
	case *hclsyntax.BinaryOpExpr:
		one(&x.LHS)
		one(&x.RHS)
	case *hclsyntax.UnaryOpExpr:
		one(&x.Val)
	case *hclsyntax.ConditionalExpr:
		one(&x.Condition)
		one(&x.TrueResult)
		one(&x.FalseResult)
	case *hclsyntax.FunctionCallExpr:
		many(x.Args)
	case *hclsyntax.ParenthesesExpr:
		one(&x.Expression)
	case *hclsyntax.TupleConsExpr:
		many(x.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for i := range x.Items {
			one(&x.Items[i].ValueExpr)
		}
	default:
		loops(x, one, many)
	}
}

// loops is the rest of children: what goes through or into collections.
func loops(x hclsyntax.Expression, one func(*hclsyntax.Expression), many func([]hclsyntax.Expression)) {
	switch x := x.(type) {
	case *hclsyntax.ForExpr:
		one(&x.CollExpr)
		one(&x.KeyExpr)
		one(&x.ValExpr)
		one(&x.CondExpr)
	case *hclsyntax.TemplateExpr:
		many(x.Parts)
	case *hclsyntax.TemplateWrapExpr:
		one(&x.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		one(&x.Tuple)
	case *hclsyntax.IndexExpr:
		one(&x.Collection)
		one(&x.Key)
	case *hclsyntax.SplatExpr:
		one(&x.Source)
		one(&x.Each)
	case *hclsyntax.RelativeTraversalExpr:
		one(&x.Source)
	}
}
