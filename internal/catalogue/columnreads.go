package catalogue

import (
	"maps"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/provider"
)

// Columns works out what the rules of the catalogue ask for, from their syntax.
func (c *Catalogue) Columns(schema *provider.Schema) *Columns {
	out := &Columns{}
	for _, r := range c.Relations {
		out.relation(r)
	}
	for resourceType, list := range c.byType {
		for _, o := range list {
			out.obligation(o, resourceType, c.relations[resourceType])
		}
	}
	for _, name := range sortedKeys(out.types) {
		out.made(name, schema.Type(name))
	}
	return out
}

// relation takes in what its joins compare and its condition reads.
func (c *Columns) relation(r *Relation) {
	for _, j := range r.Joins {
		c.join(r.From, j.From)
		c.join(r.To, j.To)
	}
	if r.Where != nil {
		reads := columnReader{c}
		reads.use(r.Where, names{"from": {types: r.From}, "to": {types: r.To}})
	}
}

func (c *Columns) join(types []string, path []string) {
	if len(path) == 0 {
		return
	}
	for _, t := range types {
		c.column(t).joined[path[0]] = true
	}
}

// obligation takes in what its expressions read of an instance of the type and
// of those that it is linked to.
func (c *Columns) obligation(o *Obligation, resourceType string, relations map[string]*Relation) {
	related := shape{members: map[string]shape{}}
	for name, r := range relations {
		related.members[name] = shape{types: r.To, list: true}
	}
	local := shape{members: map[string]shape{}}
	own := []string{resourceType}
	scope := names{
		"self": {types: own}, "configured": {types: own},
		"related": related, "local": local,
	}
	reads := columnReader{c}
	for _, l := range o.Locals {
		local.members[l.Name] = reads.expression(l.Expression, scope)
	}
	for _, e := range []hcl.Expression{o.Arises, o.Addressed, o.Gap} {
		if e != nil {
			reads.use(e, scope)
		}
	}
}

// tagged is what statements select instances by.
const tagged = "tags"

// made adds what the provider makes attributes of, and what statements ask for.
func (c *Columns) made(resourceType string, block *provider.Block) {
	if block == nil || provider.IsPseudo(resourceType) {
		return
	}
	t := c.column(resourceType)
	for name := range block.Attributes {
		if name == tagged {
			t.read[name] = true
		}
		_, from := provider.Composed(resourceType, name)
		for _, part := range from {
			t.read[part] = true
		}
		if same := provider.Identity(resourceType, name); same != "" {
			t.read[same] = true
		}
	}
}

// names are the variables of an expression that stand for instances.
type names map[string]shape

func (n names) with(name string, s shape) names {
	out := maps.Clone(n)
	out[name] = s
	return out
}

// shape is what an expression gives, as far as it is instances; the zero value
// is anything else.
type shape struct {
	types   []string         // of an instance, or of those in a list
	list    bool             // a list or map of instances
	members map[string]shape // of `related` and `local`
}

func (s shape) plain() bool { return len(s.types) == 0 && len(s.members) == 0 }

// all are the types of all instances in it.
func (s shape) all() (types []string) {
	types = s.types
	for _, name := range sortedKeys(s.members) {
		types = append(types[:len(types):len(types)], s.members[name].all()...)
	}
	return types
}
