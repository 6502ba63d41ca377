package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Use says what expressions make of the instances of a relation, told from the
// syntax. Where there are thousands of them, most need not be shown.
type Use struct {
	// Kinds is true where it does not matter how often the same instance is
	// there, as long as there are Enough in all: what they hold is taken as a set,
	// and they are counted against numbers below that.
	Kinds  bool
	Enough int
	// Counted is true where nothing is asked of them than how many there are, or
	// not even that: Enough of them, whatever they hold, are as good as any more.
	Counted bool
	// Head is how many of the first ones matter where of all others only the
	// number does; 0 where all matter.
	Head int
}

// Decides is the use that what decides the obligation makes of a relation.
func (o *Obligation) Decides(relation string) Use {
	return useOf(relation, o.Locals, o.Arises, o.Addressed)
}

// Tells is the use that the message makes of a relation. Locals are worked out
// for it too.
func (o *Obligation) Tells(relation string) Use {
	return useOf(relation, o.Locals, o.Gap)
}

// useOf looks at the locals, from the last to the first, and at what uses them.
func useOf(relation string, locals []Local, expressions ...hcl.Expression) Use {
	f := flow{relation: relation, kinds: true, once: map[string]bool{}}
	h := headFinder{relation: relation}
	look := func(x hcl.Expression, often bool) bool {
		node, ok := x.(hclsyntax.Expression)
		if ok {
			f.visit(node, often)
			_ = hclsyntax.VisitAll(node, h.visit) // the visitor finds no fault
		}
		return ok
	}
	for _, x := range expressions {
		if x != nil && !look(x, false) {
			return Use{}
		}
	}
	for n := len(locals) - 1; n >= 0; n-- {
		if !look(locals[n].Expression, !f.once[locals[n].Name]) {
			return Use{}
		}
	}
	use := Use{Kinds: f.kinds, Enough: f.enough}
	if h.all == h.heads {
		use.Head = namesWhole
	}
	use.Counted = use.Kinds && h.all == h.lengths
	return use
}

// headFinder counts how often a relation is read, and how often only its first
// instances are.
type headFinder struct {
	relation            string
	all, heads, lengths int
}

func (h *headFinder) visit(n hclsyntax.Node) hcl.Diagnostics {
	switch n := n.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if reads(n.Traversal, h.relation) {
			h.all++
		}
	case *hclsyntax.FunctionCallExpr:
		if (n.Name == "length" || n.Name == "names") && len(n.Args) == 1 && isRelation(n.Args[0], h.relation) {
			h.heads++
			if n.Name == "length" {
				h.lengths++
			}
		}
	}
	return nil
}

// reads tells whether a traversal is of a relation, or may be.
func reads(t hcl.Traversal, relation string) bool {
	if t.RootName() != "related" {
		return false
	}
	if len(t) < 2 {
		return true
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return !ok || attr.Name == relation
}

// isRelation tells of related.NAME as a whole.
func isRelation(x hclsyntax.Node, relation string) bool {
	t, ok := x.(*hclsyntax.ScopeTraversalExpr)
	if !ok || len(t.Traversal) != 2 || t.Traversal.RootName() != "related" {
		return false
	}
	attr, ok := t.Traversal[1].(hcl.TraverseAttr)
	return ok && attr.Name == relation
}
