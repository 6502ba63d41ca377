package catalogue

import "github.com/hashicorp/hcl/v2/hclsyntax"

// splatted names what a splat goes through; no rule can write it.
const splatted = "(splat)"

// loop goes through a `for`.
func (r columnReader) loop(e *hclsyntax.ForExpr, scope names) shape {
	element := r.elements(r.expression(e.CollExpr, scope))
	inner := scope.with(e.ValVar, element)
	if e.KeyVar != "" {
		inner = inner.with(e.KeyVar, shape{})
	}
	if e.KeyExpr != nil {
		r.use(e.KeyExpr, inner)
	}
	if e.CondExpr != nil {
		r.use(e.CondExpr, inner)
	}
	return r.collect(r.expression(e.ValExpr, inner), e.Group)
}

func (r columnReader) splat(e *hclsyntax.SplatExpr, scope names) shape {
	s := r.expression(e.Source, scope)
	if !s.list && s.members == nil {
		s.list = true // a single instance counts as a list of it
	}
	return r.collect(r.expression(e.Each, scope.with(splatted, r.elements(s))), false)
}

// elements is one element of what a loop goes through. Going through an
// instance reads all of it.
func (r columnReader) elements(s shape) shape {
	if !s.list {
		r.whole(s)
		return shape{}
	}
	s.list = false
	return s
}

// collect makes a list of what a loop gives. Lists of lists are not followed.
func (r columnReader) collect(s shape, grouped bool) shape {
	if s.plain() {
		return s
	}
	if s.list || grouped || s.members != nil {
		r.whole(s)
		return shape{}
	}
	s.list = true
	return s
}

// call goes through a function's arguments.
func (r columnReader) call(e *hclsyntax.FunctionCallExpr, scope names) shape {
	var out shape
	for _, arg := range e.Args {
		s := r.expression(arg, scope)
		switch {
		case s.list && (e.Name == "length" || e.Name == "names"): // their number, their addresses
		case s.list && handsOn(e.Name):
			out = r.either(out, s)
		default:
			r.whole(s)
		}
	}
	return out
}

// handsOn tells of functions that make lists of lists, and look at no element.
func handsOn(function string) bool {
	return function == "concat" || function == "elements" || function == "flatten"
}
