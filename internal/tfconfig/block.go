package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// block is a resource or data block in an instance of a module.
type block struct {
	cell
	*repetition
	resource  *resource
	address   string
	instances []*instance
	whole     cty.Value // what a reference to the block as a whole sees; made when first asked for
}

// instance is one object that a block makes.
type instance struct {
	module   *module
	block    *block
	address  string
	repeated names
	standIn  bool
	keep     func(inventory.Origin) bool // see certain

	body       cell // guards evaluation of the body
	result     *result
	whole      cty.Value
	configured map[string]*cell // of types that the schema does not have
}

// block expands a resource or data block.
func (m *module) block(r *resource, rng hcl.Range) *block {
	b := m.blocks[r.key()]
	if b == nil {
		b = &block{resource: r, address: m.join(r.key()), repetition: &repetition{}}
		m.blocks[r.key()] = b
	}
	m.once(&b.cell, b.address, rng, func() cty.Value {
		b.repetition = m.repeat(r.body, b.address)
		for i, key := range b.keys {
			b.instances = append(b.instances, &instance{
				module: m, block: b, address: b.address + keyText(key), repeated: b.names[i],
				standIn: m.standIn || b.standIn,
			})
		}
		return cty.True
	})
	return b
}

func (b *block) single() *instance {
	if b.repetition.single && len(b.instances) == 1 {
		return b.instances[0]
	}
	return nil
}

func (b *block) at(key cty.Value) *instance {
	if i := b.indexOf(key); i >= 0 {
		return b.instances[i]
	}
	return nil
}

func (b *block) value() cty.Value {
	if b.whole == cty.NilVal {
		v := b.repetition.value(len(b.instances), func(i int) cty.Value { return b.instances[i].object() })
		if b.running || !b.done {
			return v
		}
		b.whole = v
	}
	return b.whole
}

// schema returns the type of the instance, nil if it has none here.
func (i *instance) schema() *provider.Block {
	if !provider.IsType(i.block.resource.kind) {
		return nil
	}
	return i.module.schema.Type(i.block.resource.kind)
}

// layout is that of the type, which has a schema.
func (i *instance) layout() *layout { return i.module.layout(i.block.resource) }

// attribute returns what a reference to one attribute sees.
func (i *instance) attribute(name string, rng hcl.Range) cty.Value {
	if i.schema() == nil {
		return i.unschemed(name, rng)
	}
	if v, ok := i.alone(name); ok {
		return v
	}
	whole := i.object()
	if whole.IsKnown() && whole.Type().IsObjectType() && whole.Type().HasAttribute(name) {
		return whole.GetAttr(name)
	}
	if !whole.IsKnown() {
		return tfexpr.Anything()
	}
	return i.self(cty.DynamicPseudoType, name, inventory.Sure) // of a newer provider
}

// alone returns an attribute without making the whole object, where that holds
// the same. It is false for what the schema does not have.
func (i *instance) alone(name string) (cty.Value, bool) {
	if i.whole != cty.NilVal || i.module.opts.Planned != nil {
		return cty.NilVal, false
	}
	r := i.evaluated()
	if r == nil {
		return cty.NilVal, false
	}
	if r.values.Type().HasAttribute(name) {
		return i.named(name, r.values.GetAttr(name)), true
	}
	return i.layout().unsetNamed(i, name)
}

// named marks what may be anything as what it is: whoever refers to the
// attribute holds the same.
func (i *instance) named(name string, v cty.Value) cty.Value {
	if v.IsKnown() || !v.Type().IsPrimitiveType() {
		return v
	}
	if origins, _, _ := inventory.Origins(v); len(origins) > 0 {
		return v
	}
	return v.Mark(inventory.Origin{Address: i.address, Attribute: name})
}

// self is an unknown value that will be the instance's own attribute.
func (i *instance) self(t cty.Type, name string, certainty inventory.Certainty) cty.Value {
	return inventory.Unknown(t, inventory.Origin{Address: i.address, Attribute: name, Certainty: certainty})
}

// unschemed is an attribute of a type without a schema: what the configuration
// gives an argument is what it will have, the rest is known after apply.
func (i *instance) unschemed(name string, rng hcl.Range) cty.Value {
	planned, ok := i.planned()
	if ok && planned.Type().IsObjectType() && planned.Type().HasAttribute(name) {
		if v := planned.GetAttr(name); v.IsWhollyKnown() {
			return v
		}
	}
	a := i.block.resource.body.Attributes[name]
	if a == nil {
		return i.self(cty.DynamicPseudoType, name, inventory.Sure)
	}
	if i.configured == nil {
		i.configured = map[string]*cell{}
	}
	return i.module.once(lookupCell(i.configured, name), i.address+"."+name, rng, func() cty.Value {
		v := i.module.evaluate(a.Expr, i.repeated)
		if v.IsKnown() && v.IsNull() {
			return i.self(cty.DynamicPseudoType, name, inventory.Sure)
		}
		return v
	})
}

// object returns what a reference to the whole instance sees.
func (i *instance) object() cty.Value {
	if i.schema() == nil {
		return tfexpr.Opaque(i.address)
	}
	if i.whole != cty.NilVal {
		return i.whole
	}
	r := i.evaluated()
	if r == nil {
		return tfexpr.Anything() // a cycle, which was told
	}
	i.whole = i.completed(r.values)
	if planned, ok := i.planned(); ok {
		i.whole = merged(planned, i.whole)
	}
	return i.whole
}

func (i *instance) planned() (cty.Value, bool) {
	if i.module.opts.Planned == nil || i.module.opts.Planned.Values == nil {
		return cty.NilVal, false
	}
	v, ok := i.module.opts.Planned.Values(i.address)
	return v, ok && v != cty.NilVal && v.IsKnown() && !v.IsNull()
}

// evaluated evaluates the body when first asked for; nil within a cycle.
func (i *instance) evaluated() *result {
	i.module.once(&i.body, i.address, i.block.resource.rng, func() cty.Value {
		i.result = i.evaluate()
		return cty.True
	})
	return i.result
}
