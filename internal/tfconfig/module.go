package tfconfig

import (
	"fmt"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// module is one instance of a module: the root, or one that a call makes.
type module struct {
	*world
	*node
	parent  *module
	address string // "" or module.app["prod"]
	standIn bool   // it stands for none, one or many

	given     *call // how it was called; nil for the root
	repeated  names // each and count of the call
	variables map[string]*cell
	values    map[string]*cell // locals
	results   map[string]*cell // outputs
	blocks    map[string]*block
	children  map[string]*calls
}

// names are the values that stand before those of the module: each, count and
// the iterators of dynamic blocks.
type names = map[string]cty.Value

func newModule(w *world, n *node, address string) *module {
	return &module{
		world: w, node: n, address: address,
		variables: map[string]*cell{}, values: map[string]*cell{}, results: map[string]*cell{},
		blocks: map[string]*block{}, children: map[string]*calls{},
	}
}

func lookupCell(cells map[string]*cell, name string) *cell {
	c := cells[name]
	if c == nil {
		c = &cell{}
		cells[name] = c
	}
	return c
}

// join puts the address of a thing behind that of its module.
func (m *module) join(name string) string {
	if m.address == "" {
		return name
	}
	return m.address + "." + name
}

// evaluate returns the value of an expression in this module.
func (m *module) evaluate(x hclsyntax.Expression, variables ...names) cty.Value {
	v, diags := tfexpr.Evaluate(x, scope{m}, variables...)
	m.diags.add(diags)
	return v
}

func (m *module) local(name string, rng hcl.Range) (cty.Value, bool) {
	a, ok := m.locals[name]
	if !ok {
		return cty.NilVal, false
	}
	return m.once(lookupCell(m.values, name), m.join("local."+name), rng, func() cty.Value {
		return m.evaluate(a.Expr)
	}), true
}

func (m *module) output(name string, rng hcl.Range) (cty.Value, bool) {
	b, ok := m.outputs[name]
	if !ok || b.Body.Attributes["value"] == nil {
		return cty.NilVal, ok
	}
	return m.once(lookupCell(m.results, name), m.join("output."+name), rng, func() cty.Value {
		v := m.evaluate(b.Body.Attributes["value"].Expr)
		if literalBool(b.Body, "sensitive", false) {
			v = tfexpr.Sensitive(v)
		}
		return v
	}), true
}

// object has all outputs.
func (m *module) object(rng hcl.Range) cty.Value {
	outputs := make(map[string]cty.Value, len(m.outputs))
	for _, name := range sortedNames(m.outputs) {
		if v, ok := m.output(name, rng); ok && v != cty.NilVal {
			outputs[name] = v
		}
	}
	return cty.ObjectVal(outputs)
}

func sortedNames[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// variable returns an input variable's value.
func (m *module) variable(name string, rng hcl.Range) (cty.Value, bool) {
	v, ok := m.node.config.variables[name]
	if !ok {
		return cty.NilVal, false
	}
	return m.once(lookupCell(m.variables, name), m.join("var."+name), rng, func() cty.Value {
		value := m.input(v)
		if v.sensitive {
			value = tfexpr.Sensitive(value)
		}
		return value
	}), true
}

// input finds a variable's value: what the caller gives, else the default, else anything.
func (m *module) input(v *variable) cty.Value {
	if m.given == nil {
		return m.rootInput(v)
	}
	if a := m.given.block.Body.Attributes[v.name]; a != nil {
		value := m.conformed(v, m.parent.evaluate(a.Expr, m.repeated), a.Expr.Range())
		if v.nullable || !value.IsKnown() || !value.IsNull() {
			return value
		}
	}
	return m.defaultOf(v)
}

func (m *module) defaultOf(v *variable) cty.Value {
	if v.def == nil {
		return tfexpr.Anything()
	}
	return m.conformed(v, m.evaluate(v.def.Expr), v.def.Expr.Range())
}

func (m *module) conformed(v *variable, value cty.Value, rng hcl.Range) cty.Value {
	m.spend(tfexpr.Size(value))
	out, err := tfexpr.Conform(value, v.typ, v.defaults)
	if err == nil {
		return out
	}
	m.diags.error(rng, "Invalid value for variable", fmt.Sprintf("The value of variable %q does not fit its type: %s.", v.name, err))
	return tfexpr.Anything()
}
