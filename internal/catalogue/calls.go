package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// ReadsMarks tells whether the obligation's expressions ask where a value comes
// from or whether it is sensitive. The others see values without marks, which
// is faster.
func (o *Obligation) ReadsMarks() bool { return o.readsMarks }

func (o *Obligation) callsMarkFunctions() bool {
	for _, e := range o.expressions() {
		for _, name := range functionsCalled(e) {
			if readsMarks(name) {
				return true
			}
		}
	}
	return false
}

func functionsCalled(e hcl.Expression) (names []string) {
	node, ok := e.(hclsyntax.Node)
	if !ok {
		return nil
	}
	_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics { // the visitor finds no fault
		if call, ok := n.(*hclsyntax.FunctionCallExpr); ok {
			names = append(names, call.Name)
		}
		return nil
	})
	return names
}
