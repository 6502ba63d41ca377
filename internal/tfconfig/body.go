package tfconfig

import (
	"fmt"
	"strings"

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
	r, l := i.block.resource, i.layout()
	b := &builder{instance: i, places: i.module.placesOf(r)}
	attributes := make(map[string]cty.Value, len(r.body.Attributes)+len(l.attributes)/2+len(l.blocks))
	set := make([]byte, len(l.attributes)+len(l.blocks))
	for n := range l.attributes {
		if v := b.field(&l.attributes[n], &set[n]); v != cty.NilVal {
			attributes[l.attributes[n].name] = v
		}
	}
	for n := range l.blocks {
		if v := b.nestedField(&l.blocks[n], &set[len(l.attributes)+n]); v != cty.NilVal {
			attributes[l.blocks[n].name] = v
		}
	}
	out := &result{configured: l.setOnes(set)}
	b.identities(attributes, out.configured)
	b.unknownArguments(i.schema(), r.body)
	out.values = cty.ObjectVal(attributes)
	i.module.gathered(r, b.places)
	out.positions = b.places.byPath
	return out
}

// field is the value of an attribute; NilVal where it is unset and nothing asks for it.
func (b *builder) field(f *field, set *byte) cty.Value {
	if given := b.block.resource.body.Attributes[f.name]; given != nil {
		if v, ok := b.attribute(given, f, f.name, b.repeated); ok {
			*set = 1
			return b.sealed(f.Attribute, v)
		}
	}
	if !f.wanted {
		return cty.NilVal
	}
	return b.unset(f)
}

// nestedField is the value of all blocks of a type; NilVal as of field.
func (b *builder) nestedField(f *nestedField, set *byte) cty.Value {
	v, ok := b.blocks(b.block.resource.body, f, f.name, []names{b.repeated})
	switch {
	case ok:
		*set = 1
		return v
	case !f.wanted:
		return cty.NilVal
	}
	return b.unsetBlocks(f)
}

// attribute evaluates an argument that is given; set is false if it is null.
func (b *builder) attribute(given *hclsyntax.Attribute, f *field, path string, variables ...names) (v cty.Value, set bool) {
	b.places.note(path, given.NameRange)
	v = b.module.evaluate(given.Expr, variables...)
	if v.IsKnown() && v.IsNull() {
		return cty.NilVal, false
	}
	if b.standIn {
		v = tfexpr.WeakenUnless(v, b.certain())
	}
	if !f.Type.IsPrimitiveType() {
		b.module.spend(tfexpr.Size(v))
	}
	shaped, err := tfexpr.Shape(v, f.Type)
	if err != nil {
		b.module.diags.error(given.Expr.Range(), "Wrong type of value", fmt.Sprintf("The value of %s does not fit: %s.", f.name, err))
		return inventory.Unknown(f.listed, inventory.Anything), true
	}
	return shaped, true
}

// unset is the value of an attribute that is not configured.
func (i *instance) unset(f *field) cty.Value {
	if f.unset != cty.NilVal {
		return f.unset
	}
	v := i.self(f.listed, f.name, inventory.Sure)
	if f.name == "id" {
		inner, marks := v.Unmark()
		v = inner.RefineNotNull().WithMarks(marks) // what exists has an id
	}
	if f.Sensitive {
		return tfexpr.Sensitive(v)
	}
	return v
}

// unsetBlocks is the value of a block type of which there are none.
func (i *instance) unsetBlocks(f *nestedField) cty.Value {
	if f.Computed || i.block.resource.data && f.Mode != "single" {
		return i.self(f.shape, f.name, inventory.Sure)
	}
	return f.none
}

// completed adds what is not configured and nothing but a reference may ask for.
func (i *instance) completed(values cty.Value) cty.Value {
	l := i.layout()
	if len(values.Type().AttributeTypes()) == len(l.attributes)+len(l.blocks) {
		return values
	}
	all := values.AsValueMap()
	for n := range l.attributes {
		if f := &l.attributes[n]; all[f.name] == cty.NilVal {
			all[f.name] = i.unset(f)
		}
	}
	for n := range l.blocks {
		if f := &l.blocks[n]; all[f.name] == cty.NilVal {
			all[f.name] = i.unsetBlocks(f)
		}
	}
	return cty.ObjectVal(all)
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
	return cty.StringVal(strings.ToLower(fmt.Sprintf(format, args...))), true // regions may be written in capitals
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
