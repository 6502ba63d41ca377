package tfconfig

import "github.com/hashicorp/hcl/v2/hclsyntax"

// overridden merges a block of an override file into the one it overrides.
func overridden(base, over *hclsyntax.Block) *hclsyntax.Block {
	merged := *base
	merged.Body = overriddenBody(base.Body, over.Body)
	return &merged
}

// overriddenBody takes arguments one by one; nested blocks of a type replace
// all of that type, but for lifecycle, of which the arguments are merged too.
func overriddenBody(base, over *hclsyntax.Body) *hclsyntax.Body {
	merged := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: base.SrcRange, EndRange: base.EndRange}
	for name, a := range base.Attributes {
		merged.Attributes[name] = a
	}
	for name, a := range over.Attributes {
		merged.Attributes[name] = a
	}
	if over.Attributes["count"] != nil {
		delete(merged.Attributes, "for_each")
	} else if over.Attributes["for_each"] != nil {
		delete(merged.Attributes, "count")
	}
	replaced := map[string]bool{}
	for _, b := range over.Blocks {
		replaced[produces(b)] = true
	}
	for _, b := range base.Blocks {
		if kind := produces(b); !replaced[kind] || kind == "lifecycle" {
			merged.Blocks = append(merged.Blocks, b)
		}
	}
	merged.Blocks = append(merged.Blocks, over.Blocks...)
	return merged
}

// produces is the type of block that a block makes: dynamic blocks are named by their label.
func produces(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}
