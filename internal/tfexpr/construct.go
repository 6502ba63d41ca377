package tfexpr

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

func (e *evaluation) tuple(x *hclsyntax.TupleConsExpr) cty.Value {
	elements := make([]cty.Value, len(x.Exprs))
	for i, item := range x.Exprs {
		elements[i] = e.value(item)
	}
	return cty.TupleVal(elements)
}

func (e *evaluation) object(x *hclsyntax.ObjectConsExpr) cty.Value {
	b := objectBuilder{attributes: make(map[string]cty.Value, len(x.Items))}
	for _, item := range x.Items {
		key, failed := e.tried(item.KeyExpr)
		value := e.value(item.ValueExpr)
		if failed {
			b.unknownKey = true
			b.values = append(b.values, value)
			continue
		}
		b.add(e.objectKey(key, item.KeyExpr.Range()), value)
	}
	if b.unknownKey && len(b.values) > 1 {
		for i, v := range b.values {
			b.values[i] = weaken(v) // a later item with an equal key takes its place
		}
	}
	return b.value()
}

// objectBuilder makes an object; where a key is unknown, a collection of
// unknown keys with what is known of its elements.
type objectBuilder struct {
	attributes map[string]cty.Value
	values     []cty.Value
	unknownKey bool
	sensitive  bool
}

func (b *objectBuilder) add(key, value cty.Value) {
	b.sensitive = b.sensitive || isSensitive(key)
	b.values = append(b.values, value)
	if !key.IsKnown() {
		b.unknownKey = true
		return
	}
	inner, _ := key.Unmark()
	b.attributes[inner.AsString()] = value
}

func (b *objectBuilder) value() cty.Value {
	if b.unknownKey {
		return seal(Many(Together(b.values...)), b.sensitive)
	}
	return seal(cty.ObjectVal(b.attributes), b.sensitive)
}

// objectKey converts a key to a string; unknown if it is not fit to be one.
func (e *evaluation) objectKey(key cty.Value, rng hcl.Range) cty.Value {
	inner, marks := key.Unmark()
	if key.IsKnown() && key.IsNull() {
		return e.fail(rng, "Null value as key", "Can't use a null value as a key.")
	}
	inner, err := convert.Convert(inner, cty.String)
	if err != nil {
		return e.fail(rng, "Incorrect key type", fmt.Sprintf("Can't use this value as a key: %s.", err))
	}
	return inner.WithMarks(marks)
}

// key evaluates the key of an object item: a bare name is a literal.
func (e *evaluation) key(x *hclsyntax.ObjectConsKeyExpr) cty.Value {
	if !x.ForceNonLiteral {
		if t, ok := x.Wrapped.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) > 1 {
			_, diags := x.Value(nil) // HCL's own words for an ambiguous key
			return e.failWith(diags)
		}
		if name := hcl.ExprAsKeyword(x.Wrapped); name != "" {
			return cty.StringVal(name)
		}
	}
	return e.value(x.Wrapped)
}
