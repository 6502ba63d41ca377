package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// counted finds the relations of which expressions only compare the number of
// instances with constants: length(related.firewall) > 0.
func counted(expressions []hcl.Expression) map[string]int {
	uses, compared, most := map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range expressions {
		node, ok := e.(hclsyntax.Node)
		if !ok {
			continue
		}
		_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics { // the visitor finds no fault
			switch n := n.(type) {
			case *hclsyntax.ScopeTraversalExpr:
				if n.Traversal.RootName() == "related" {
					uses[relationOf(n)]++
				}
			case *hclsyntax.BinaryOpExpr:
				if limit, ok := countedUpTo(n); ok {
					name := relationOf(countOf(n))
					compared[name]++
					most[name] = max(most[name], limit+1)
				}
			}
			return nil
		})
	}
	for name, n := range uses {
		if n != compared[name] || uses[""] > 0 {
			delete(most, name)
		}
	}
	return most
}

// relationOf is the relation in related.NAME; empty where it is all of them.
func relationOf(t *hclsyntax.ScopeTraversalExpr) string {
	if len(t.Traversal) < 2 {
		return ""
	}
	step, _ := t.Traversal[1].(hcl.TraverseAttr)
	return step.Name
}

// countOf is the list that a comparison counts.
func countOf(e *hclsyntax.BinaryOpExpr) *hclsyntax.ScopeTraversalExpr {
	side := e.LHS
	if !isCount(side) {
		side = e.RHS
	}
	return side.(*hclsyntax.FunctionCallExpr).Args[0].(*hclsyntax.ScopeTraversalExpr)
}
