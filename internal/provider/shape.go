package provider

import "github.com/zclconf/go-cty/cty"

// Shape is the type that values of a block have throughout srmlint: the
// provider's type with lists in place of sets. A set with one unknown element
// is unknown as a whole to Terraform; a list keeps the elements that are known.
func (b *Block) Shape() cty.Type {
	attributes := map[string]cty.Type{}
	for name, a := range b.Attributes {
		attributes[name] = Listed(a.Type)
	}
	for name, n := range b.Blocks {
		attributes[name] = n.Shape()
	}
	return cty.Object(attributes)
}

// Shape is the type of all blocks of this name together.
func (n *NestedBlock) Shape() cty.Type {
	switch n.Mode {
	case "single":
		return n.Block.Shape()
	case "map":
		return cty.Map(n.Block.Shape())
	default:
		return cty.List(n.Block.Shape())
	}
}

// Listed replaces every set within a type by a list.
func Listed(t cty.Type) cty.Type {
	switch {
	case t.IsSetType(), t.IsListType():
		return cty.List(Listed(t.ElementType()))
	case t.IsMapType():
		return cty.Map(Listed(t.ElementType()))
	case t.IsObjectType():
		attributes := map[string]cty.Type{}
		for name, at := range t.AttributeTypes() {
			attributes[name] = Listed(at)
		}
		return cty.Object(attributes)
	case t.IsTupleType():
		elements := t.TupleElementTypes()
		out := make([]cty.Type, len(elements))
		for i, et := range elements {
			out[i] = Listed(et)
		}
		return cty.Tuple(out)
	}
	return t
}
