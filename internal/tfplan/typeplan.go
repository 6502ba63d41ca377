package tfplan

import (
	"sort"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// typePlan says how the objects of one resource type are decoded. It is made
// once per type, when the first object of it comes.
type typePlan struct {
	name   string
	known  bool // the schema has the type
	fields *blockPlan
	left   map[string]bool // what the type has and the fields have not
}

// blockPlan is a resource type or a block in it: its fields in order of name.
type blockPlan struct {
	fields []*field
	byName map[string]int
	shape  cty.Type
}

// field is an attribute or a block.
type field struct {
	name      string
	typ       cty.Type // sets replaced by lists, as provider.Block.Shape has it
	set       bool     // the provider has a set: order means nothing
	sensitive bool
	computed  bool
	optional  bool
	beside    bool      // see Options.Beside
	fallback  cty.Value // the provider's default, cty.NilVal if none

	block *blockPlan // of a block
	mode  string     // of a block: "list", "set", "map" or "single"
	unset cty.Value
}

func (rd *reader) typePlan(name string) *typePlan {
	if p, ok := rd.types[name]; ok {
		return p
	}
	p := &typePlan{name: name, fields: &blockPlan{shape: cty.EmptyObject}}
	if block := rd.opts.Schema.Type(name); block != nil {
		p.known = true
		p.fields = newBlockPlan(block, rd.keeps(name))
		for _, f := range p.fields.fields {
			f.beside = rd.beside(name, f)
		}
		p.left = leftOut(block, p.fields)
	}
	rd.types[name] = p
	return p
}

// keeps narrows Options.Keep to a type, and keeps what identities need.
func (rd *reader) keeps(resourceType string) func(string) bool {
	if rd.opts.Keep == nil {
		return func(string) bool { return true }
	}
	same := provider.Identity(resourceType, "id")
	return func(attribute string) bool {
		return attribute == "id" || attribute == same || rd.opts.Keep(resourceType, attribute)
	}
}

// beside tells whether a field is to stand beside the object. What other
// attributes are made of is not.
func (rd *reader) beside(resourceType string, f *field) bool {
	if rd.opts.Beside == nil || f.block != nil || f.sensitive || f.typ != cty.String && f.typ != cty.Number {
		return false
	}
	return provider.Identity(resourceType, "id") == "" && rd.opts.Beside(resourceType, f.name)
}

func leftOut(b *provider.Block, kept *blockPlan) map[string]bool {
	left := map[string]bool{}
	for name := range b.Attributes {
		left[name] = kept.field(name) == nil
	}
	for name := range b.Blocks {
		left[name] = kept.field(name) == nil
	}
	return left
}

func newBlockPlan(b *provider.Block, keep func(string) bool) *blockPlan {
	p := &blockPlan{byName: map[string]int{}}
	for name, a := range b.Attributes {
		if !keep(name) {
			continue
		}
		t := provider.Listed(a.Type)
		p.fields = append(p.fields, &field{
			name: name, typ: t, set: a.Type.IsSetType(), sensitive: a.Sensitive,
			computed: a.Computed, optional: a.Optional || a.Required, fallback: a.Default, unset: cty.NullVal(t),
		})
	}
	for name, n := range b.Blocks {
		if keep(name) {
			p.fields = append(p.fields, newNestedField(name, n))
		}
	}
	sort.Slice(p.fields, func(i, j int) bool { return p.fields[i].name < p.fields[j].name })
	types := make(map[string]cty.Type, len(p.fields))
	for i, f := range p.fields {
		p.byName[f.name] = i
		types[f.name] = f.typ
	}
	p.shape = cty.Object(types)
	return p
}

func newNestedField(name string, n *provider.NestedBlock) *field {
	block := newBlockPlan(&n.Block, func(string) bool { return true })
	f := &field{
		name: name, set: n.Mode == "set", computed: n.Computed, optional: true,
		block: block, mode: n.Mode,
	}
	switch n.Mode {
	case "single":
		f.typ, f.unset = block.shape, cty.NullVal(block.shape)
	case "map":
		f.typ, f.unset = cty.Map(block.shape), cty.MapValEmpty(block.shape)
	default:
		f.typ, f.unset = cty.List(block.shape), cty.ListValEmpty(block.shape)
	}
	return f
}

// pick arranges the fields of a JSON object by their place in the plan; fields
// that the plan does not have are left out.
func (p *blockPlan) pick(object raw) []raw {
	if object.kind() != '{' {
		return nil
	}
	out := make([]raw, len(p.fields))
	for name, value := range object.fields() {
		if i, ok := p.byName[string(name)]; ok {
			out[i] = value
		}
	}
	return out
}

// find is the place of a field. Terraform writes them in order, so that it is
// mostly the one after the last, or some further on.
func (p *blockPlan) find(name []byte, next int) (int, bool) {
	for ; next < len(p.fields); next++ {
		switch field := p.fields[next].name; {
		case field == string(name):
			return next, true
		case field > string(name):
			return next, false
		}
	}
	i, ok := p.byName[string(name)]
	return i, ok
}

func at(values []raw, i int) raw {
	if i < len(values) {
		return values[i]
	}
	return nil
}

func (p *blockPlan) field(name string) *field {
	if i, ok := p.byName[name]; ok {
		return p.fields[i]
	}
	return nil
}
