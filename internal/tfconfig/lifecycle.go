package tfconfig

import (
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// lifecycle is the lifecycle block of a resource. Terraform takes literals only in it.
func (i *instance) lifecycle() cty.Value {
	body := &hclsyntax.Body{}
	for _, b := range i.block.resource.body.Blocks {
		if b.Type == "lifecycle" {
			body = overriddenBody(body, b.Body)
		}
	}
	ignored := cty.ListValEmpty(cty.String)
	if names := ignoredChanges(body); len(names) > 0 {
		ignored = cty.ListVal(names)
	}
	return cty.ObjectVal(map[string]cty.Value{
		"actions":               cty.ListValEmpty(cty.String),
		"prevent_destroy":       cty.BoolVal(literalBool(body, "prevent_destroy", false)),
		"create_before_destroy": cty.BoolVal(literalBool(body, "create_before_destroy", false)),
		"ignore_changes":        ignored,
	})
}

// ignoredChanges lists the arguments of which changes are ignored; "all" for all of them.
func ignoredChanges(body *hclsyntax.Body) []cty.Value {
	a := body.Attributes["ignore_changes"]
	if a == nil {
		return nil
	}
	items, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		return appendName(nil, a.Expr)
	}
	var names []cty.Value
	for _, item := range items.Exprs {
		names = appendName(names, item)
	}
	sort.SliceStable(names, func(i, j int) bool { return names[i].AsString() < names[j].AsString() })
	return names
}

// appendName adds the name that an item stands for, which JSON and old configuration write in quotes.
func appendName(names []cty.Value, x hclsyntax.Expression) []cty.Value {
	if v, ok := constant(x); ok && v.Type() == cty.String && !v.IsNull() {
		return append(names, v)
	}
	if t, diags := hcl.AbsTraversalForExpr(x); !diags.HasErrors() {
		return append(names, cty.StringVal(t.RootName()))
	}
	return names
}
