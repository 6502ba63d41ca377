package tfconfig

import (
	"fmt"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// result is the evaluated body of one instance.
type result struct {
	values     cty.Value // in the shape of the provider's type
	configured map[string]bool
	positions  map[string]inventory.Position
}

// builder evaluates the body of an instance.
type builder struct {
	*instance
	places *places
}

func (i *instance) evaluate() *result {
	schema, r := i.schema(), i.block.resource
	b := &builder{instance: i, places: r.positions}
	if b.places == nil {
		b.places = newPlaces(r.body)
	}
	out := &result{configured: map[string]bool{}}
	attributes := make(map[string]cty.Value, len(schema.Attributes)+len(schema.Blocks))
	for name, a := range schema.Attributes {
		v, set := b.attribute(r.body, name, a, name, i.repeated)
		out.configured[name] = set
		if !set {
			v = b.unset(name, a)
		}
		attributes[name] = b.sealed(a, v)
	}
	for name, n := range schema.Blocks {
		v, set := b.blocks(r.body, name, n, name, []names{i.repeated})
		out.configured[name] = set
		if !set && (n.Computed || r.data && n.Mode != "single") {
			v = i.self(n.Shape(), name, inventory.Sure)
		}
		attributes[name] = v
	}
	b.identities(attributes, out.configured)
	b.unknownArguments(schema, r.body)
	out.values = cty.ObjectVal(attributes)
	out.positions = b.places.finish(r)
	return out
}

// attribute evaluates one argument; set is false if it is not there, or null.
func (b *builder) attribute(body *hclsyntax.Body, name string, a *provider.Attribute, path string, variables ...names) (v cty.Value, set bool) {
	given := body.Attributes[name]
	if given == nil {
		return cty.NilVal, false
	}
	b.places.note(path, given.NameRange)
	v = b.module.evaluate(given.Expr, variables...)
	if v.IsKnown() && v.IsNull() {
		return cty.NilVal, false
	}
	if b.standIn {
		v = tfexpr.WeakenUnless(v, b.certain())
	}
	if !a.Type.IsPrimitiveType() {
		b.module.spend(tfexpr.Size(v))
	}
	shaped, err := tfexpr.Shape(v, a.Type)
	if err != nil {
		b.module.diags.error(given.Expr.Range(), "Wrong type of value", fmt.Sprintf("The value of %s does not fit: %s.", name, err))
		return inventory.Unknown(provider.Listed(a.Type), inventory.Anything), true
	}
	return shaped, true
}

// unset is the value of an argument that is not configured.
func (b *builder) unset(name string, a *provider.Attribute) cty.Value {
	switch {
	case b.block.resource.data, a.Computed && a.Default == cty.NilVal:
		v := b.self(provider.Listed(a.Type), name, inventory.Sure)
		if name == "id" {
			inner, marks := v.Unmark()
			v = inner.RefineNotNull().WithMarks(marks) // what exists has an id
		}
		return v
	case a.Default != cty.NilVal:
		return listedDefault(a)
	}
	return cty.NullVal(provider.Listed(a.Type))
}

// listedDefault is a default in the shape that values have.
func listedDefault(a *provider.Attribute) cty.Value {
	v, err := tfexpr.Shape(a.Default, a.Type)
	if err != nil || v.Type() == cty.String && v.IsKnown() && !v.IsNull() && v.AsString() == "" {
		return cty.NullVal(provider.Listed(a.Type)) // the SDK takes a default of "" for none
	}
	return v
}

func (b *builder) sealed(a *provider.Attribute, v cty.Value) cty.Value {
	if a.Sensitive {
		return tfexpr.Sensitive(v)
	}
	return v
}

// identities fills in attributes that the provider makes of other ones, so
// that they are known before apply.
func (b *builder) identities(attributes map[string]cty.Value, configured map[string]bool) {
	kind := b.block.resource.kind
	for name := range attributes {
		if configured[name] {
			continue
		}
		if other := provider.Identity(kind, name); other != "" && configured[other] {
			attributes[name] = attributes[other]
		}
		if format, from := provider.Composed(kind, name); format != "" {
			if v, ok := composed(format, from, attributes); ok {
				attributes[name] = v
			}
		}
	}
}

// composed fills a format with attributes, if they are all known and may be shown.
func composed(format string, from []string, attributes map[string]cty.Value) (cty.Value, bool) {
	args := make([]any, len(from))
	for i, name := range from {
		v, ok := attributes[name]
		if !ok || v.IsMarked() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
			return cty.NilVal, false
		}
		args[i] = v.AsString()
	}
	return cty.StringVal(fmt.Sprintf(format, args...)), true
}

// unknownArguments notes what the schema does not have: it is of another version.
func (b *builder) unknownArguments(schema *provider.Block, body *hclsyntax.Body) {
	if b.block.resource.data {
		return // arguments of data sources are not those of the resource
	}
	for name, a := range body.Attributes {
		if schema.Attributes[name] == nil && !metaArgument(name) {
			b.module.diags.warn(a.NameRange, "Argument not known", fmt.Sprintf("%s has no argument %q in the provider version that srmlint knows; it is passed over.", b.block.resource.kind, name))
		}
	}
	for _, nested := range body.Blocks {
		if name := produces(nested); schema.Blocks[name] == nil && !metaBlock(name) {
			b.module.diags.warn(nested.DefRange(), "Block not known", fmt.Sprintf("%s has no block %q in the provider version that srmlint knows; it is passed over.", b.block.resource.kind, name))
		}
	}
}

func metaArgument(name string) bool {
	switch name {
	case "count", "for_each", "provider", "depends_on", "providers", "enabled":
		return true
	}
	return false
}

func metaBlock(name string) bool {
	switch name {
	case "lifecycle", "provisioner", "connection", "timeouts", "action_trigger":
		return true
	}
	return false
}
