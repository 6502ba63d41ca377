package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// columnReader goes through expressions and notes which attributes of instances
// they read. An instance that goes where it cannot be followed is read whole.
type columnReader struct {
	columns *Columns
}

// use is an expression whose result may be looked at in any way.
func (r columnReader) use(e hcl.Expression, scope names) { r.whole(r.expression(e, scope)) }

func (r columnReader) whole(s shape) {
	for _, t := range s.all() {
		r.columns.column(t).all = true
	}
}

func (r columnReader) useAll(list []hclsyntax.Expression, scope names) {
	for _, e := range list {
		r.use(e, scope)
	}
}

// expression notes what an expression reads and returns what it gives.
func (r columnReader) expression(e hcl.Expression, scope names) shape {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return shape{}
	case *guarded:
		return r.expression(e.Expression, scope)
	case *hclsyntax.ParenthesesExpr:
		return r.expression(e.Expression, scope)
	case *hclsyntax.ScopeTraversalExpr:
		return r.traverse(scope[e.Traversal.RootName()], e.Traversal[1:])
	case *hclsyntax.RelativeTraversalExpr:
		return r.traverse(r.expression(e.Source, scope), e.Traversal)
	case *hclsyntax.AnonSymbolExpr:
		return scope[splatted]
	case *hclsyntax.IndexExpr:
		return r.index(e, scope)
	case *hclsyntax.ForExpr:
		return r.loop(e, scope)
	case *hclsyntax.SplatExpr:
		return r.splat(e, scope)
	case *hclsyntax.FunctionCallExpr:
		return r.call(e, scope)
	case *hclsyntax.ConditionalExpr:
		r.use(e.Condition, scope)
		return r.either(r.expression(e.TrueResult, scope), r.expression(e.FalseResult, scope))
	}
	r.compound(e, scope)
	return shape{}
}

// compound are expressions that give no instance but look at what is in them.
func (r columnReader) compound(e hcl.Expression, scope names) {
	switch e := e.(type) {
	case *hclsyntax.BinaryOpExpr:
		r.useAll([]hclsyntax.Expression{e.LHS, e.RHS}, scope)
	case *hclsyntax.UnaryOpExpr:
		r.use(e.Val, scope)
	case *hclsyntax.TemplateExpr:
		r.useAll(e.Parts, scope)
	case *hclsyntax.TemplateWrapExpr:
		r.use(e.Wrapped, scope)
	case *hclsyntax.TemplateJoinExpr:
		r.use(e.Tuple, scope)
	case *hclsyntax.TupleConsExpr:
		r.useAll(e.Exprs, scope)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			r.useAll([]hclsyntax.Expression{item.KeyExpr, item.ValueExpr}, scope)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		if hcl.ExprAsKeyword(e.Wrapped) == "" || e.ForceNonLiteral {
			r.use(e.Wrapped, scope)
		}
	default:
		for _, s := range scope {
			r.whole(s)
		}
	}
}

// traverse follows a path from what it begins with.
func (r columnReader) traverse(s shape, path hcl.Traversal) shape {
	for _, step := range path {
		if s.plain() {
			return s
		}
		switch step := step.(type) {
		case hcl.TraverseAttr:
			s = r.member(s, step.Name)
		case hcl.TraverseIndex:
			s = r.at(s, step.Key)
		default:
			r.whole(s)
			return shape{}
		}
	}
	return s
}

// member is an attribute of an instance, or one of the members of a scope object.
func (r columnReader) member(s shape, name string) shape {
	switch {
	case s.members != nil:
		return s.members[name]
	case s.list:
		r.whole(s)
	case name != "address" && name != "found_by":
		for _, t := range s.types {
			r.columns.column(t).read[name] = true
		}
	}
	return shape{}
}

// at is the element at a constant key.
func (r columnReader) at(s shape, key cty.Value) shape {
	switch {
	case s.list:
		s.list = false
		return s
	case key.IsKnown() && !key.IsNull() && key.Type() == cty.String:
		return r.member(s, key.AsString())
	}
	r.whole(s)
	return shape{}
}

func (r columnReader) index(e *hclsyntax.IndexExpr, scope names) shape {
	s := r.expression(e.Collection, scope)
	r.use(e.Key, scope)
	if key, ok := e.Key.(*hclsyntax.LiteralValueExpr); ok {
		return r.at(s, key.Val)
	}
	if s.list {
		s.list = false
		return s
	}
	r.whole(s)
	return shape{}
}

// either is one of two shapes.
func (r columnReader) either(a, b shape) shape {
	switch {
	case a.plain():
		return b
	case b.plain():
		return a
	case a.list != b.list || a.members != nil || b.members != nil:
		r.whole(a)
		r.whole(b)
		return shape{}
	}
	a.types = append(a.types[:len(a.types):len(a.types)], b.types...)
	return a
}
