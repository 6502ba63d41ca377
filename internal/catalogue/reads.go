package catalogue

import (
	"math/big"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// What an expression may make of its instances decides which of them can share
// a verdict. All of this is told from the syntax, and errs to the safe side.

// NamesAddress tells whether the result of an expression may hang on the
// address of an instance: on more than its values. Only the second argument of
// is_set, which asks whose a value is, does not count.
func NamesAddress(e hcl.Expression) bool {
	self, others := addressesNamed(e)
	return self || others
}

// addressesNamed tells it of self, and of other instances.
func addressesNamed(e hcl.Expression) (self, others bool) {
	node, ok := e.(hclsyntax.Node)
	if !ok {
		return true, true
	}
	v := &addressFinder{}
	_ = hclsyntax.Walk(node, v) // it finds no fault
	return v.self, v.found
}

type addressFinder struct {
	self    bool
	found   bool
	skipped map[hclsyntax.Node]bool
}

// Enter implements hclsyntax.Walker.
func (v *addressFinder) Enter(n hclsyntax.Node) hcl.Diagnostics {
	switch n := n.(type) {
	case *hclsyntax.FunctionCallExpr:
		v.call(n)
	case *hclsyntax.ScopeTraversalExpr:
		v.traversal(n)
	case *hclsyntax.RelativeTraversalExpr:
		v.found = v.found || namesAddress(n.Traversal)
	case *hclsyntax.IndexExpr:
		if key, ok := n.Key.(*hclsyntax.LiteralValueExpr); !ok || key.Val.Type().FriendlyName() != "number" {
			v.found = v.found || !isLocalLookup(n.Collection)
		}
	case *hclsyntax.ForExpr:
		bare, ok := n.ValExpr.(*hclsyntax.ScopeTraversalExpr)
		related := ok && len(bare.Traversal) == 1 && bare.Traversal.RootName() == n.ValVar && overRelated(n.CollExpr)
		v.found = v.found || related
	}
	return nil
}

func (v *addressFinder) traversal(n *hclsyntax.ScopeTraversalExpr) {
	root := n.Traversal.RootName()
	reads := !v.skipped[n] && namesAddress(n.Traversal) || len(n.Traversal) == 1 && isInstance(root)
	v.self = v.self || reads && root == "self"
	v.found = v.found || reads && root != "self"
}

// Exit implements hclsyntax.Walker.
func (v *addressFinder) Exit(hclsyntax.Node) hcl.Diagnostics { return nil }

func (v *addressFinder) call(n *hclsyntax.FunctionCallExpr) {
	if n.Name == "is_set" && len(n.Args) == 2 {
		if v.skipped == nil {
			v.skipped = map[hclsyntax.Node]bool{}
		}
		v.skipped[n.Args[1].(hclsyntax.Node)] = true
	}
	for _, arg := range n.Args {
		v.found = v.found || n.Name != "length" && overRelated(arg)
	}
}

// overRelated tells of related.NAME as a whole: a list of instances.
func overRelated(e hclsyntax.Expression) bool {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	return ok && t.Traversal.RootName() == "related" && len(t.Traversal) <= 2
}

func isLocalLookup(e hclsyntax.Expression) bool {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	return ok && t.Traversal.RootName() == "local"
}

func isInstance(root string) bool {
	return root == "self" || root == "related" || root == "from" || root == "to"
}

func namesAddress(t hcl.Traversal) bool {
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			if step.Name == "address" {
				return true
			}
		case hcl.TraverseIndex:
			if step.Key.Type().FriendlyName() != "number" {
				return true
			}
		}
	}
	return false
}

// Reads says what expressions of an obligation make of instances.
type Reads struct {
	// Self is true where they may read the instance's address.
	Self bool
	// Address is true where they may read the addresses of linked instances.
	Address bool
	// Order is true where the order of linked instances may count.
	Order bool
	// Enough is how many linked instances that are alike count as much as any
	// more of them; 0: each counts.
	Enough int
	// Counted has the relations whose instances are only counted, with how many
	// of them count as much as any more.
	Counted map[string]int
}

// Reads tells what decides the obligation reads, and what its message does.
func (o *Obligation) Reads() (deciding, telling Reads) {
	var locals []hcl.Expression
	for _, l := range o.Locals {
		locals = append(locals, l.Expression)
	}
	return readsOf(append(locals[:len(locals):len(locals)], o.Arises, o.Addressed)), readsOf(append(locals[:len(locals):len(locals)], o.Gap))
}

func readsOf(expressions []hcl.Expression) (r Reads) {
	for _, e := range expressions {
		if e == nil {
			continue
		}
		self, others := addressesNamed(e)
		r.Self, r.Address = r.Self || self, r.Address || others
		r.Order = r.Order || countsOrder(e)
	}
	if !r.Address && !r.Order {
		r.Enough = enough(expressions)
	}
	r.Counted = counted(expressions)
	return r
}

// enough tells how many linked instances that are alike make a difference:
// whether any or all are so, one tells; length(related.x) > 2 wants three. The
// expressions do nothing else with them than ask and count.
func enough(expressions []hcl.Expression) int {
	most, counted, compared := 1, 0, 0
	for _, e := range expressions {
		node, ok := e.(hclsyntax.Node)
		if !ok {
			continue
		}
		_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics { // the visitor finds no fault
			switch n := n.(type) {
			case *hclsyntax.FunctionCallExpr:
				if isCount(n) {
					counted++
				}
			case *hclsyntax.BinaryOpExpr:
				if limit, ok := countedUpTo(n); ok {
					compared++
					most = max(most, limit+1)
				}
			}
			return nil
		})
	}
	if counted != compared {
		return 0
	}
	return most
}

func isCount(e hclsyntax.Expression) bool {
	call, ok := e.(*hclsyntax.FunctionCallExpr)
	return ok && call.Name == "length" && len(call.Args) == 1 && overRelated(call.Args[0])
}

// countedUpTo is the number that a count of linked instances is compared with.
func countedUpTo(e *hclsyntax.BinaryOpExpr) (int, bool) {
	switch e.Op {
	case hclsyntax.OpGreaterThan, hclsyntax.OpGreaterThanOrEqual, hclsyntax.OpLessThan, hclsyntax.OpLessThanOrEqual,
		hclsyntax.OpEqual, hclsyntax.OpNotEqual:
	default:
		return 0, false
	}
	number := e.RHS
	if !isCount(e.LHS) {
		if number = e.LHS; !isCount(e.RHS) {
			return 0, false
		}
	}
	literal, ok := number.(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.Type() != cty.Number || !literal.Val.IsKnown() || literal.Val.IsNull() {
		return 0, false
	}
	n, accuracy := literal.Val.AsBigFloat().Int64()
	return int(n), accuracy == big.Exact && 0 <= n && n < 1000
}

// countsOrder is false where related instances are only counted, or asked
// whether any or all of them are so.
func countsOrder(e hcl.Expression) bool {
	node, ok := e.(hclsyntax.Node)
	if !ok {
		return true
	}
	uses, harmless := 0, 0
	_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ScopeTraversalExpr:
			if n.Traversal.RootName() == "related" {
				uses++
			}
		case *hclsyntax.FunctionCallExpr:
			if len(n.Args) == 1 && orderless(n) {
				harmless++
			}
		}
		return nil
	})
	return uses != harmless
}

func orderless(call *hclsyntax.FunctionCallExpr) bool {
	switch call.Name {
	case "length":
		return overRelated(call.Args[0])
	case "anytrue", "alltrue":
		loop, ok := call.Args[0].(*hclsyntax.ForExpr)
		return ok && loop.KeyVar == "" && loop.KeyExpr == nil && overRelated(loop.CollExpr)
	}
	return false
}
