package catalogue

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// A probe is a value of which only the type is known, but whose lists have one
// element, so that evaluation goes through `for` and splat as well.

func probe(t cty.Type) cty.Value {
	switch {
	case t.IsObjectType():
		attributes := map[string]cty.Value{}
		for name, at := range t.AttributeTypes() {
			attributes[name] = probe(at)
		}
		return cty.ObjectVal(attributes)
	case t.IsListType():
		return cty.ListVal([]cty.Value{probe(t.ElementType())})
	case t.IsMapType():
		return cty.MapVal(map[string]cty.Value{"key": probe(t.ElementType())})
	}
	return cty.UnknownVal(t)
}

func probeSelf(b *provider.Block) cty.Value {
	return withBeside(probe(b.Shape()).AsValueMap(), "probe", cty.UnknownVal(cty.String))
}

func probeRelated(r *Relation, schema *provider.Schema) cty.Value {
	var elements []cty.Value
	for _, t := range r.To {
		if b := schema.Type(t); b != nil {
			elements = append(elements, probeSelf(b))
		}
	}
	return cty.TupleVal(elements)
}

func probeConfigured(b *provider.Block) cty.Value {
	attributes := map[string]cty.Value{}
	for name := range b.Shape().AttributeTypes() {
		attributes[name] = cty.UnknownVal(cty.Bool)
	}
	return cty.ObjectVal(attributes)
}

// LifecycleType is the type of `lifecycle` in expressions.
func LifecycleType() cty.Type {
	return cty.Object(map[string]cty.Type{
		"actions":               cty.List(cty.String),
		"prevent_destroy":       cty.Bool,
		"create_before_destroy": cty.Bool,
		"ignore_changes":        cty.List(cty.String),
	})
}
