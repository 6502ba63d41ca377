package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/zclconf/go-cty/cty"
)

// Load reads and evaluates the root module in a directory. Errors leave out
// what they concern; the rest is evaluated. The module is never nil.
func Load(dir string, opts Options) (*Module, hcl.Diagnostics) {
	w := newWorld(opts)
	l := newTreeLoader(dir, parser{limits: w.limits, schema: w.schema})
	root := l.load()
	w.diags.add(l.diags)
	w.files = newFileAccess(root, w.limits)
	defer w.files.close()
	w.workspace = workspace(dir, opts)
	w.readVariables(root)

	out := &Module{
		Input:   inventory.Input{Path: dir, Kind: "configuration"},
		Sources: map[string]*hcl.File{},
	}
	for _, c := range l.order {
		for _, f := range c.files {
			out.Sources[f.name] = f.file
		}
	}
	out.declare(root)
	rootModule := out.evaluate(w, root)
	follow(out.moves, out.Instances)
	out.addPseudo(rootModule)
	inv := inventory.Inventory{Instances: out.Instances}
	inv.Sort()
	return out, w.diags.sorted()
}

// declare lists the blocks of a module and of those it calls.
func (out *Module) declare(n *node) {
	for _, r := range n.order {
		if !r.data {
			out.Input.Resources++
		}
		out.Blocks = append(out.Blocks, Block{
			Address: n.address() + r.key(), Type: r.kind, Name: r.name, Data: r.data,
			Position: position(r.rng), Constants: constantArguments(r),
		})
	}
	out.Statements = append(out.Statements, n.statements()...)
	for _, name := range sortedNames(n.called) {
		if c := n.called[name]; c.module != nil {
			out.declare(c.module)
		} else {
			out.Unread = append(out.Unread, n.address()+"module."+name)
		}
	}
}

func constantArguments(r *resource) map[string]cty.Value {
	out := map[string]cty.Value{}
	for name, a := range r.body.Attributes {
		if v, ok := constant(a.Expr); ok && !metaArgument(name) {
			out[name] = v
		}
	}
	return out
}

// collect evaluates all instances of DigitalOcean types in a module and those below it.
func (out *Module) collect(m *module) {
	out.addMoves(m)
	for _, p := range m.pieces() {
		out.collectPiece(m, p)
	}
}

func (out *Module) addMoves(m *module) {
	for _, one := range m.moves {
		one.prefix = m.join("")
		out.moves = append(out.moves, one)
	}
}

// piece is a part of a module that is evaluated by itself: a block, or a call.
type piece struct {
	resource *resource
	call     *call
}

// pieces are those in which there is anything of DigitalOcean.
func (n *node) pieces() (list []piece) {
	for _, r := range n.order {
		if provider.IsType(r.kind) {
			list = append(list, piece{resource: r})
		}
	}
	for _, name := range sortedNames(n.called) {
		if c := n.called[name]; c.module != nil && c.module.relevant() {
			list = append(list, piece{call: c})
		}
	}
	return list
}

func (out *Module) collectPiece(m *module, p piece) {
	if c := p.call; c != nil {
		for _, child := range m.call(c, c.block.DefRange()).modules {
			out.collect(child)
		}
		return
	}
	for _, i := range m.block(p.resource, p.resource.rng).instances {
		if instance := i.inventory(); instance != nil {
			out.Instances = append(out.Instances, instance)
		}
	}
}

// relevant tells whether a module or one below it declares anything of DigitalOcean.
func (n *node) relevant() bool {
	for _, r := range n.order {
		if provider.IsType(r.kind) {
			return true
		}
	}
	for _, c := range n.called {
		if c.module != nil && c.module.relevant() {
			return true
		}
	}
	return false
}

// inventory makes what the rest of srmlint sees of an instance.
func (i *instance) inventory() *inventory.Instance {
	r := i.block.resource
	out := &inventory.Instance{
		Address: i.address, Block: i.block.address, Module: i.module.address,
		Object: &inventory.Object{
			Type: r.kind, Name: r.name,
			Data: r.data, StandIn: i.standIn,
			Values: cty.EmptyObjectVal, Before: cty.NilVal,
			Lifecycle: i.lifecycle(), Position: position(r.rng),
		},
	}
	if i.schema() == nil {
		if !r.data {
			i.module.diags.warn(r.rng, "Resource type not known", "srmlint does not know the resource type "+r.kind+"; nothing is said of its arguments.")
		}
		return out
	}
	result := i.evaluated()
	if result == nil {
		return nil
	}
	out.Values, out.Configured, out.Attributes = result.values, result.configured, result.positions
	return out
}
