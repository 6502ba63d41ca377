// Package relate finds which instances belong together: which firewalls select
// a Droplet, which policy a bucket has.
//
// It keeps three answers apart: linked, not linked, and possibly linked, where
// a value that only apply knows decides.
package relate

import (
	"slices"
	"sync"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Graph answers for an inventory. It is safe for concurrent use.
type Graph struct {
	inventory *inventory.Inventory
	catalogue *catalogue.Catalogue
	units     *units
	resolver  *resolver
	byType    map[string][]int // indexes of models in inventory.Instances
	tables    map[*catalogue.Relation]*table
}

// New prepares a graph; a relation is worked out when it is first asked for.
func New(inv *inventory.Inventory, c *catalogue.Catalogue) *Graph {
	u := newUnits(inv, slices.ContainsFunc(c.Relations, readsAddress))
	g := &Graph{
		inventory: inv,
		catalogue: c,
		units:     u,
		resolver:  newResolver(inv, u),
		byType:    map[string][]int{},
		tables:    map[*catalogue.Relation]*table{},
	}
	for i, instance := range inv.Instances {
		if !instance.Ended && u.isModel(i) {
			g.byType[instance.Type] = append(g.byType[instance.Type], i)
		}
	}
	for _, r := range c.Relations {
		g.tables[r] = &table{}
	}
	return g
}

// readsAddress tells of a relation whose links may hang on where instances are.
func readsAddress(r *catalogue.Relation) bool {
	return r.Where != nil && catalogue.NamesAddress(r.Where)
}

// table is the index of one relation: its To sides by what they hold.
type table struct {
	once  sync.Once
	joins []joinIndex
	reads whereReads
}

// Model returns the index of the first instance that is like another in all but
// its address: of the same Object, and linked alike. It may be the instance itself.
func (g *Graph) Model(n int) int { return g.units.modelOf(n) }

// Alike tells whether the model stands for more than one instance.
func (g *Graph) Alike(model int) bool { return g.units.list[g.units.of[model]].next != 0 }

// ModelOf is the Model of what a link leads to.
func (g *Graph) ModelOf(l Link) int { return g.units.modelOf(l.index) }

// Unit is the address of what an instance is repeated with: the outermost
// module instance that it is in, or itself.
func (g *Graph) Unit(n int) string { return g.units.name(g.units.of[n]) }

// Links returns what the relation of that name leads to from an instance, in
// the order of the inventory. The same instance is there once.
func (g *Graph) Links(from *inventory.Instance, relation string) []Link {
	n := slices.Index(g.inventory.Instances, from)
	if n < 0 {
		return nil
	}
	return g.Asker().Links(n, relation).All()
}
