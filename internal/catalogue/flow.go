package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// flow finds out whether it matters how often an instance is among those of a
// relation. It follows their list through loops and locals to what takes it.
type flow struct {
	relation string
	kinds    bool // it has not been seen to matter
	enough   int
	once     map[string]bool // locals of which some use minds how often an element is there
}

// sets are the functions to which it does not matter how often an element is in
// one of their arguments, nor where.
func sets(name string, argument int) bool {
	switch name {
	case "anytrue", "alltrue", "contains", "open_to_world", "ports_except", "toset":
		return argument == 0
	case "ports_overlap":
		return argument == 1
	case "world_ranges", "world_reaches":
		return argument == 2
	}
	return false
}

// passes are the functions of which the result has as often what their
// arguments have, and is the same otherwise.
func passes(name string) bool {
	return name == "flatten" || name == "concat" || name == "compact" || name == "distinct" || name == "tolist"
}

// visit goes through an expression; often says that whatever takes its result
// does not mind that elements of it are there more than once.
func (f *flow) visit(x hclsyntax.Expression, often bool) {
	switch x := x.(type) {
	case nil, *hclsyntax.LiteralValueExpr, *hclsyntax.AnonSymbolExpr:
	case *hclsyntax.ScopeTraversalExpr:
		f.traversal(x.Traversal, often)
	case *hclsyntax.ParenthesesExpr:
		f.visit(x.Expression, often)
	case *hclsyntax.FunctionCallExpr:
		for n, arg := range x.Args {
			f.visit(arg, !x.ExpandFinal && (sets(x.Name, n) || often && passes(x.Name)))
		}
	case *hclsyntax.ForExpr:
		list := x.KeyVar == "" && x.KeyExpr == nil
		f.visit(x.CollExpr, often && list)
		f.visitAll(x.KeyExpr, x.ValExpr, x.CondExpr)
	case *hclsyntax.SplatExpr:
		f.visit(x.Source, often)
		f.visit(x.Each, false)
	case *hclsyntax.RelativeTraversalExpr:
		f.visit(x.Source, false)
	case *hclsyntax.ConditionalExpr:
		f.visit(x.Condition, false)
		f.visit(x.TrueResult, often)
		f.visit(x.FalseResult, often)
	case *hclsyntax.BinaryOpExpr:
		if !f.counts(x) {
			f.visitAll(x.LHS, x.RHS)
		}
	case *hclsyntax.UnaryOpExpr:
		f.visit(x.Val, false)
	case *hclsyntax.TemplateExpr:
		f.visitAll(x.Parts...)
	case *hclsyntax.TemplateWrapExpr:
		f.visit(x.Wrapped, often)
	case *hclsyntax.TupleConsExpr:
		f.visitAll(x.Exprs...)
	case *hclsyntax.IndexExpr:
		f.visitAll(x.Collection, x.Key)
	default:
		f.other(x)
	}
}

func (f *flow) visitAll(list ...hclsyntax.Expression) {
	for _, x := range list {
		f.visit(x, false)
	}
}

// other is for expressions that are looked into no further.
func (f *flow) other(x hclsyntax.Expression) {
	for _, t := range x.Variables() {
		f.traversal(t, false)
	}
}

func (f *flow) traversal(t hcl.Traversal, often bool) {
	switch t.RootName() {
	case "related":
		if reads(t, f.relation) && (!often || len(t) != 2) {
			f.kinds = false
		}
	case "local":
		switch attr, ok := name(t); {
		case !ok:
			f.kinds = false // all of them
		case !often || len(t) != 2:
			f.once[attr] = true
		}
	}
}

// name is the local that a traversal is of.
func name(t hcl.Traversal) (string, bool) {
	if len(t) < 2 {
		return "", false
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return attr.Name, ok
}

// counts tells of lengths, or sums of lengths, against a number.
func (f *flow) counts(n *hclsyntax.BinaryOpExpr) bool {
	switch n.Op {
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual, hclsyntax.OpGreaterThan,
		hclsyntax.OpGreaterThanOrEqual, hclsyntax.OpLessThan, hclsyntax.OpLessThanOrEqual:
	default:
		return false
	}
	for _, side := range [][2]hclsyntax.Expression{{n.LHS, n.RHS}, {n.RHS, n.LHS}} {
		limit, ok := number(side[1])
		if ok && f.lengths(side[0]) {
			f.enough = max(f.enough, limit+1)
			return true
		}
	}
	return false
}

// lengths tells whether an expression is a sum of lengths of relations, or of
// what has nothing to do with them.
func (f *flow) lengths(x hclsyntax.Expression) bool {
	switch x := x.(type) {
	case *hclsyntax.ParenthesesExpr:
		return f.lengths(x.Expression)
	case *hclsyntax.BinaryOpExpr:
		return x.Op == hclsyntax.OpAdd && f.lengths(x.LHS) && f.lengths(x.RHS)
	case *hclsyntax.FunctionCallExpr:
		if x.Name != "length" || len(x.Args) != 1 {
			return false
		}
		if isRelation(x.Args[0], f.relation) {
			return true
		}
		f.visit(x.Args[0], false)
		return true
	}
	return false
}

func number(x hclsyntax.Expression) (int, bool) {
	literal, ok := x.(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.Type() != cty.Number || !literal.Val.IsKnown() || literal.Val.IsNull() {
		return 0, false
	}
	n, _ := literal.Val.AsBigFloat().Int64()
	return int(n), n >= 0 && n < 1000
}
