package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Use says what expressions make of the instances of a relation, told from the
// syntax. Where there are thousands of them, most need not be shown.
type Use struct {
	// Kinds is true where it does not matter how often the same instance is
	// there, as long as there are Enough in all: they are only asked whether any
	// or all are so, and counted against numbers below that.
	Kinds  bool
	Enough int
	// Head is how many of the first ones matter where of all others only the
	// number does; 0 where all matter.
	Head int
}

// Decides is the use that what decides the obligation makes of a relation.
func (o *Obligation) Decides(relation string) Use {
	return useOf(relation, append(o.localExpressions(), o.Arises, o.Addressed))
}

// Tells is the use that the message makes of a relation. Locals are worked out
// for it too.
func (o *Obligation) Tells(relation string) Use {
	return useOf(relation, append(o.localExpressions(), o.Gap))
}

func (o *Obligation) localExpressions() (all []hcl.Expression) {
	for _, l := range o.Locals {
		all = append(all, l.Expression)
	}
	return all
}

func useOf(relation string, expressions []hcl.Expression) Use {
	u := useFinder{relation: relation}
	for _, e := range expressions {
		if e == nil {
			continue
		}
		node, ok := e.(hclsyntax.Node)
		if !ok {
			return Use{}
		}
		_ = hclsyntax.VisitAll(node, u.visit)
	}
	use := Use{Kinds: u.all == u.kinds, Enough: u.enough}
	if u.all == u.heads {
		use.Head = namesWhole
	}
	return use
}

// useFinder counts how often a relation is read, and in which ways.
type useFinder struct {
	relation          string
	all, kinds, heads int
	enough            int
}

func (u *useFinder) visit(n hclsyntax.Node) hcl.Diagnostics {
	switch n := n.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if n.Traversal.RootName() == "related" && !u.isOther(n.Traversal) {
			u.all++
		}
	case *hclsyntax.FunctionCallExpr:
		u.call(n)
	case *hclsyntax.BinaryOpExpr:
		u.compare(n)
	}
	return nil
}

func (u *useFinder) call(n *hclsyntax.FunctionCallExpr) {
	if len(n.Args) != 1 {
		return
	}
	switch {
	case n.Name == "length" && u.isRelation(n.Args[0]), n.Name == "names" && u.isRelation(n.Args[0]):
		u.heads++
	case n.Name == "anytrue" || n.Name == "alltrue":
		loop, ok := n.Args[0].(*hclsyntax.ForExpr)
		if ok && loop.KeyVar == "" && loop.KeyExpr == nil && u.isRelation(loop.CollExpr) {
			u.kinds++
		}
	}
}

// compare looks for lengths, or sums of lengths, against a number.
func (u *useFinder) compare(n *hclsyntax.BinaryOpExpr) {
	switch n.Op {
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual, hclsyntax.OpGreaterThan,
		hclsyntax.OpGreaterThanOrEqual, hclsyntax.OpLessThan, hclsyntax.OpLessThanOrEqual:
	default:
		return
	}
	for _, side := range [][2]hclsyntax.Expression{{n.LHS, n.RHS}, {n.RHS, n.LHS}} {
		limit, ok := number(side[1])
		if counted, sum := u.lengths(side[0]); ok && sum {
			u.kinds += counted
			u.enough = max(u.enough, limit+1)
		}
	}
}

// lengths counts in a sum of lengths those of the relation.
func (u *useFinder) lengths(x hclsyntax.Expression) (counted int, sum bool) {
	switch x := x.(type) {
	case *hclsyntax.ParenthesesExpr:
		return u.lengths(x.Expression)
	case *hclsyntax.BinaryOpExpr:
		a, left := u.lengths(x.LHS)
		b, right := u.lengths(x.RHS)
		return a + b, x.Op == hclsyntax.OpAdd && left && right
	case *hclsyntax.FunctionCallExpr:
		if x.Name != "length" || len(x.Args) != 1 {
			return 0, false
		}
		if u.isRelation(x.Args[0]) {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

func number(x hclsyntax.Expression) (int, bool) {
	literal, ok := x.(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.Type() != cty.Number || !literal.Val.IsKnown() || literal.Val.IsNull() {
		return 0, false
	}
	n, _ := literal.Val.AsBigFloat().Int64()
	return int(n), n >= 0 && n < 1000
}

// isRelation tells of related.NAME as a whole.
func (u *useFinder) isRelation(x hclsyntax.Node) bool {
	t, ok := x.(*hclsyntax.ScopeTraversalExpr)
	if !ok || t.Traversal.RootName() != "related" || len(t.Traversal) < 2 {
		return false
	}
	attr, ok := t.Traversal[1].(hcl.TraverseAttr)
	return ok && attr.Name == u.relation && len(t.Traversal) == 2
}

// isOther tells whether another relation is read.
func (u *useFinder) isOther(t hcl.Traversal) bool {
	if len(t) < 2 {
		return false
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return ok && attr.Name != u.relation
}
