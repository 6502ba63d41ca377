// Package relate finds which instances belong together: which firewalls select
// a Droplet, which policy a bucket has.
//
// It keeps three answers apart: linked, not linked, and possibly linked, where
// a value that only apply knows decides.
package relate

import (
	"iter"
	"slices"
	"sync"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Link is one instance that a relation leads to.
type Link struct {
	To *inventory.Instance
	// Possible is true where unknown values leave open whether the link is there.
	Possible bool
	// Assumed is true where the link rests on a reference to a whole resource
	// that is taken to reach all its instances.
	Assumed bool
	// Via is the attribute of To that makes the link, e.g. "droplet_ids".
	Via string

	index int // of To in the inventory
}

// Graph answers for an inventory. It is safe for concurrent use.
type Graph struct {
	inventory *inventory.Inventory
	catalogue *catalogue.Catalogue
	resolver  *resolver
	byType    map[string][]int // indexes into inventory.Instances
	tables    map[*catalogue.Relation]*table
}

// New prepares a graph; a relation is worked out when it is first asked for.
func New(inv *inventory.Inventory, c *catalogue.Catalogue) *Graph {
	g := &Graph{
		inventory: inv,
		catalogue: c,
		resolver:  newResolver(inv),
		byType:    map[string][]int{},
		tables:    map[*catalogue.Relation]*table{},
	}
	for i, instance := range inv.Instances {
		if !instance.Ended {
			g.byType[instance.Type] = append(g.byType[instance.Type], i)
		}
	}
	for _, r := range c.Relations {
		g.tables[r] = &table{}
	}
	return g
}

// table is the index of one relation: its To sides by what they hold.
type table struct {
	once  sync.Once
	joins []joinIndex
	alone bool // the condition may hang on addresses: nothing is shared
}

// empty tells whether nothing can be linked, whatever it holds.
func (t *table) empty() bool {
	return !slices.ContainsFunc(t.joins, func(j joinIndex) bool { return len(j.groups) > 0 })
}

// Links returns what the relation of that name leads to from an instance, in
// the order of the inventory. The same instance is there once.
func (g *Graph) Links(from *inventory.Instance, relation string) []Link {
	links := g.Asker().Links(from, relation)
	return links.All()
}

// Links are what a relation leads to from one instance.
type Links struct {
	// Shared is the same slice for all instances with the same Object.
	Shared []Link
	// Own are for this instance alone. One with the same To replaces a shared one.
	Own []Link
	// Mixed is true where some of Own are linked to many instances together, and
	// some not: their order differs between instances that are else alike.
	Mixed bool

	groups []groupLink // in place of a part of Own: see Asker.Sign
}

// All are the links in the order of the inventory.
func (l Links) All() []Link {
	if len(l.Own) == 0 {
		return l.Shared
	}
	return slices.AppendSeq(make([]Link, 0, len(l.Shared)+len(l.Own)), l.Each())
}

// Each goes through the links in the order of the inventory.
func (l Links) Each() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		shared, own := l.Shared, l.Own
		for len(shared)+len(own) > 0 {
			var next Link
			switch {
			case len(own) == 0 || len(shared) > 0 && shared[0].index < own[0].index:
				next, shared = shared[0], shared[1:]
			default:
				if len(shared) > 0 && shared[0].index == own[0].index {
					shared = shared[1:]
				}
				next, own = own[0], own[1:]
			}
			if !yield(next) {
				return
			}
		}
	}
}

// Replaced returns the shared link that an own one stands for.
func (l Links) Replaced(own Link) (Link, bool) {
	n, ok := slices.BinarySearchFunc(l.Shared, own.index, func(a Link, index int) int { return a.index - index })
	if !ok {
		return Link{}, false
	}
	return l.Shared[n], true
}
