package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// calls are the instances of one module call.
type calls struct {
	cell
	*repetition
	modules []*module
	whole   cty.Value // what a reference to the call as a whole sees; made when first asked for
}

// call expands a module call.
func (m *module) call(c *call, rng hcl.Range) *calls {
	group := m.children[c.name]
	if group == nil {
		group = &calls{repetition: &repetition{}}
		m.children[c.name] = group
	}
	address := m.join("module." + c.name)
	m.once(&group.cell, address, rng, func() cty.Value {
		group.repetition = m.repeat(c.block.Body, address)
		for i, key := range group.keys {
			child := newModule(m.world, c.module, address+keyText(key))
			child.parent, child.given, child.repeated = m, c, group.names[i]
			child.standIn = m.standIn || group.standIn
			group.modules = append(group.modules, child)
		}
		return cty.True
	})
	return group
}

// single returns the module of a call without count and for_each.
func (g *calls) single() *module {
	if g.repetition.single && len(g.modules) == 1 {
		return g.modules[0]
	}
	return nil
}

// at returns the module with a key, if its keys are known.
func (g *calls) at(key cty.Value) *module {
	if i := g.indexOf(key); i >= 0 {
		return g.modules[i]
	}
	return nil
}

// value is what a reference to the call as a whole sees.
func (g *calls) value(rng hcl.Range) cty.Value {
	if g.whole == cty.NilVal {
		g.whole = g.repetition.value(len(g.modules), func(i int) cty.Value { return g.modules[i].object(rng) })
	}
	return g.whole
}

// indexOf finds the instance that has a key; -1 if there is none.
func (r *repetition) indexOf(key cty.Value) int {
	if r.standIn || r.single {
		return -1
	}
	text := keyText(key)
	if r.list {
		if number, err := convertTo(key, cty.Number); err == nil {
			text = keyText(number)
		}
	}
	if i, ok := r.places()[text]; ok {
		return i
	}
	return -1
}

// places finds keys by their text.
func (r *repetition) places() map[string]int {
	if r.index == nil {
		r.index = make(map[string]int, len(r.keys))
		for i, key := range r.keys {
			r.index[keyText(key)] = i
		}
	}
	return r.index
}

// value puts the values of instances together as Terraform does.
func (r *repetition) value(n int, instance func(int) cty.Value) cty.Value {
	if r.failed || n != len(r.keys) {
		return tfexpr.Anything()
	}
	values := make([]cty.Value, n)
	for i := range values {
		values[i] = instance(i)
	}
	switch {
	case r.single:
		return values[0]
	case r.standIn:
		return tfexpr.Many(values[0])
	case r.list:
		return cty.TupleVal(values)
	}
	attributes := make(map[string]cty.Value, n)
	for i, key := range r.keys {
		attributes[key.AsString()] = values[i]
	}
	return cty.ObjectVal(attributes)
}
