package catalogue

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
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
	loops   map[string]bool // variables that stand for one linked instance after another
	// selections are the locals that hold linked instances; top is what one is defined as.
	selections map[string]bool
	top        hclsyntax.Node
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
		v.loop(n)
	case *hclsyntax.SplatExpr:
		if _, bare := n.Each.(*hclsyntax.AnonSymbolExpr); !bare {
			v.skip(n.Source)
		}
	}
	return nil
}

func (v *addressFinder) loop(n *hclsyntax.ForExpr) {
	v.skip(n.CollExpr)
	if !v.over(n.CollExpr) {
		return
	}
	if v.loops == nil {
		v.loops = map[string]bool{}
	}
	v.loops[n.ValVar] = true // loops within see it; that later ones do so too errs to the safe side
	if n == v.top && isSelection(n, v.selections) {
		v.skip(n.ValExpr)
	}
}

func (v *addressFinder) traversal(n *hclsyntax.ScopeTraversalExpr) {
	root := n.Traversal.RootName()
	reads := !v.skipped[n] && namesAddress(n.Traversal) || len(n.Traversal) == 1 && isInstance(root)
	v.self = v.self || reads && root == "self"
	v.found = v.found || reads && root != "self" || !v.skipped[n] && (len(n.Traversal) == 1 && v.loops[root] || v.isWhole(n.Traversal))
}

// Exit implements hclsyntax.Walker.
func (v *addressFinder) Exit(hclsyntax.Node) hcl.Diagnostics { return nil }

func (v *addressFinder) call(n *hclsyntax.FunctionCallExpr) {
	switch {
	case n.Name == "is_set" && len(n.Args) == 2:
		v.skip(n.Args[1])
	case n.Name == "length" && len(n.Args) == 1:
		v.skip(n.Args[0])
	}
}

// skip leaves out an expression that is not read as a whole.
func (v *addressFinder) skip(x hclsyntax.Expression) {
	if v.skipped == nil {
		v.skipped = map[hclsyntax.Node]bool{}
	}
	v.skipped[x] = true
}

// isWhole tells of linked instances with all that they are: related.NAME,
// related.NAME[0] or a selection of them.
func (v *addressFinder) isWhole(t hcl.Traversal) bool {
	if len(t) > 3 || t.RootName() != "related" && !isLocal(t, v.selections) {
		return false
	}
	if len(t) < 3 {
		return true
	}
	_, index := t[2].(hcl.TraverseIndex)
	return index
}

// over tells of a list of linked instances.
func (v *addressFinder) over(x hclsyntax.Expression) bool {
	return overRelated(x) || overSelection(x, v.selections)
}

// selections are the locals that hold some of the linked instances as they are:
// [for r in related.record : r if r.type == "TXT"], or such of others.
func (o *Obligation) selections() map[string]bool {
	found := map[string]bool{}
	for _, l := range o.Locals {
		if loop, ok := l.Expression.(*hclsyntax.ForExpr); ok && isSelection(loop, found) {
			found[l.Name] = true
		}
	}
	return found
}

func isSelection(loop *hclsyntax.ForExpr, selections map[string]bool) bool {
	bare, ok := loop.ValExpr.(*hclsyntax.ScopeTraversalExpr)
	return ok && loop.KeyExpr == nil && len(bare.Traversal) == 1 && bare.Traversal.RootName() == loop.ValVar &&
		(overRelated(loop.CollExpr) || overSelection(loop.CollExpr, selections))
}

func overSelection(x hclsyntax.Expression, selections map[string]bool) bool {
	t, ok := x.(*hclsyntax.ScopeTraversalExpr)
	return ok && len(t.Traversal) == 2 && isLocal(t.Traversal, selections)
}

func isLocal(t hcl.Traversal, names map[string]bool) bool {
	if t.RootName() != "local" || len(names) == 0 {
		return false
	}
	local, ok := name(t)
	return !ok || names[local]
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
}

// Reads tells what decides the obligation reads, and what its message does.
func (o *Obligation) Reads() (deciding, telling Reads) {
	deciding, telling = o.readsOf(o.Arises, o.Addressed), o.readsOf(o.Gap)
	deciding.Order = deciding.Order && !o.asSets(o.Decides)
	telling.Order = telling.Order && !o.asSets(o.Tells)
	return deciding, telling
}

// asSets tells whether it matters of no relation how its instances are ordered.
func (o *Obligation) asSets(use func(string) Use) bool {
	return !slices.ContainsFunc(o.RelationsUsed(), func(relation string) bool { return !use(relation).Kinds })
}

// readsOf is about some expressions and all locals.
func (o *Obligation) readsOf(expressions ...hcl.Expression) (r Reads) {
	selections := o.selections()
	for _, l := range o.Locals {
		v := &addressFinder{selections: selections}
		if selections[l.Name] {
			v.top = l.Expression.(hclsyntax.Node)
		}
		r.add(l.Expression, v)
	}
	for _, e := range expressions {
		if e != nil {
			r.add(e, &addressFinder{selections: selections})
		}
	}
	return r
}

func (r *Reads) add(e hcl.Expression, v *addressFinder) {
	node, ok := e.(hclsyntax.Node)
	if !ok {
		*r = Reads{Self: true, Address: true, Order: true}
		return
	}
	_ = hclsyntax.Walk(node, v) // it finds no fault
	r.Self, r.Address = r.Self || v.self, r.Address || v.found
	r.Order = r.Order || countsOrder(e)
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
