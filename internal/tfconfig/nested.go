package tfconfig

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// blocks evaluates all nested blocks of one type, static and dynamic, in the
// order of the source; set is false if there are none.
func (b *builder) blocks(body *hclsyntax.Body, f *nestedField, path string, variables []names) (v cty.Value, set bool) {
	var l *blockList
	for _, nested := range body.Blocks {
		if produces(nested) != f.name {
			continue
		}
		if l == nil {
			l = &blockList{builder: b, nestedField: f, path: path}
		}
		if nested.Type == "dynamic" {
			l.dynamic(nested, variables)
		} else {
			l.static(nested, variables)
		}
	}
	if l == nil || len(l.elements) == 0 && l.unknown == nil {
		return f.none, false
	}
	return l.value(), true
}

// blockList gathers the blocks of one type.
type blockList struct {
	*builder
	*nestedField
	path     string
	elements []cty.Value
	unknown  []cty.Value // for_each of dynamic blocks, where they are unknown
}

// value puts the blocks together, of which there is one at least.
func (l *blockList) value() cty.Value {
	switch {
	case l.unknown != nil:
		return tfexpr.Derived(cty.UnknownVal(l.shape), append(l.unknown, l.elements...)...)
	case l.shape.IsObjectType():
		return l.elements[0]
	}
	return cty.ListVal(l.elements)
}

func (l *blockList) static(nested *hclsyntax.Block, variables []names) {
	path := l.elementPath()
	l.placed(path, nested.DefRange())
	l.elements = append(l.elements, l.object(nested.Body, path, variables))
}

// placed notes where a block stands; the first one is also where all of them do.
func (l *blockList) placed(path string, rng hcl.Range) {
	if len(l.elements) == 0 {
		l.places.note(l.path, rng)
	}
	l.places.note(path, rng)
}

func (l *blockList) elementPath() string {
	if l.Mode == "single" {
		return l.path
	}
	return fmt.Sprintf("%s[%d]", l.path, len(l.elements))
}

// object evaluates the body of one nested block.
func (l *blockList) object(body *hclsyntax.Body, path string, variables []names) cty.Value {
	inner := l.inner
	out := make(map[string]cty.Value, len(inner.attributes)+len(inner.blocks))
	for n := range inner.attributes {
		out[inner.attributes[n].name] = l.field(body, &inner.attributes[n], path, variables)
	}
	for n := range inner.blocks {
		f := &inner.blocks[n]
		if len(body.Blocks) == 0 && !f.Computed {
			out[f.name] = f.none
			continue
		}
		v, set := l.blocks(body, f, path+"."+f.name, variables)
		if !set && f.Computed {
			v = l.part(f.shape)
		}
		out[f.name] = v
	}
	return cty.ObjectVal(out)
}

// field is the value of one argument of a nested block.
func (l *blockList) field(body *hclsyntax.Body, f *field, path string, variables []names) cty.Value {
	if given := body.Attributes[f.name]; given != nil {
		if v, ok := l.attribute(given, f, path+"."+f.name, variables...); ok {
			return l.sealed(f.Attribute, v)
		}
	}
	if f.unset != cty.NilVal {
		return f.unset
	}
	return l.sealed(f.Attribute, l.part(f.listed))
}

// zero is what an unset argument becomes within a set: plans show texts and
// collections there as empty, and numbers and bools as null.
func zero(t cty.Type) cty.Value {
	switch {
	case t == cty.String:
		return cty.StringVal("")
	case t.IsListType():
		return cty.ListValEmpty(t.ElementType())
	case t.IsMapType():
		return cty.MapValEmpty(t.ElementType())
	}
	return cty.NullVal(t)
}

// part is an unknown value within a block: a part of the attribute that origins name.
func (l *blockList) part(t cty.Type) cty.Value {
	return l.self(t, topLevel(l.path), inventory.Derived).Mark(inventory.Anything)
}

func topLevel(path string) string {
	for i, c := range path {
		if c == '.' || c == '[' {
			return path[:i]
		}
	}
	return path
}

// dynamic makes a block for each element of a collection.
func (l *blockList) dynamic(nested *hclsyntax.Block, variables []names) {
	content := contentOf(nested)
	each := nested.Body.Attributes["for_each"]
	if content == nil || each == nil {
		l.module.diags.error(nested.DefRange(), "Incomplete dynamic block", "A dynamic block needs a for_each argument and a content block.")
		l.unknown = append(l.unknown, tfexpr.Anything())
		return
	}
	l.places.dynamic()
	collection := l.module.evaluate(each.Expr, variables...)
	keys, elements, ok := tfexpr.Pairs(collection)
	switch {
	case !collection.IsKnown():
		l.unknown = append(l.unknown, collection)
		l.places.note(l.path, nested.DefRange())
		return
	case !ok:
		l.module.diags.error(each.Expr.Range(), "Invalid dynamic for_each value", "The for_each of a dynamic block must be a collection, and not null.")
		l.unknown = append(l.unknown, tfexpr.Anything())
		return
	case !l.module.spend(len(elements)):
		l.unknown = append(l.unknown, tfexpr.Anything())
		return
	}
	iterator := iteratorName(nested)
	for i := range elements {
		value := names{iterator: cty.ObjectVal(map[string]cty.Value{"key": keys[i], "value": elements[i]})}
		path := l.elementPath()
		l.placed(path, content.DefRange())
		l.elements = append(l.elements, l.object(content.Body, path, append(variables[:len(variables):len(variables)], value)))
	}
}

func contentOf(nested *hclsyntax.Block) *hclsyntax.Block {
	for _, b := range nested.Body.Blocks {
		if b.Type == "content" {
			return b
		}
	}
	return nil
}

// iteratorName is the block's label, or what the iterator argument says.
func iteratorName(nested *hclsyntax.Block) string {
	if a := nested.Body.Attributes["iterator"]; a != nil {
		if t, ok := a.Expr.(*hclsyntax.ScopeTraversalExpr); ok {
			return t.Traversal.RootName()
		}
		if v, ok := constant(a.Expr); ok && v.Type() == cty.String && !v.IsNull() {
			return v.AsString()
		}
	}
	return nested.Labels[0]
}
