// Package relate finds which instances belong together: which firewalls select
// a Droplet, which policy a bucket has.
//
// It keeps three answers apart: linked, not linked, and possibly linked, where
// a value that only apply knows decides.
package relate

import (
	"sort"
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
}

// Links returns what the relation of that name leads to from an instance, in
// the order of the inventory. The same instance is there once.
func (g *Graph) Links(from *inventory.Instance, relation string) []Link {
	r := g.catalogue.RelationsFrom(from.Type)[relation]
	if r == nil {
		return nil
	}
	t := g.tables[r]
	t.once.Do(func() { t.joins = g.index(r) })
	found := map[int]Link{}
	for i := range t.joins {
		g.match(r, &t.joins[i], from, found)
	}
	return g.sorted(r, from, found)
}

func (g *Graph) match(r *catalogue.Relation, j *joinIndex, from *inventory.Instance, found map[int]Link) {
	values := g.resolver.collect(from, j.join.From)
	add := func(to int, possible, assumed bool) {
		if g.inventory.Instances[to] == from {
			return
		}
		link := Link{To: g.inventory.Instances[to], Possible: possible, Assumed: assumed, Via: path(j.join.To)}
		if before, ok := found[to]; !ok || better(link, before) {
			found[to] = link
		}
	}
	if j.join.Contains {
		j.matchText(values, add)
		return
	}
	j.matchEqual(values, add)
}

// better prefers sure links to assumed ones, and those to possible ones.
func better(a, b Link) bool {
	if a.Possible != b.Possible {
		return !a.Possible
	}
	return !a.Assumed && b.Assumed
}

func (g *Graph) sorted(r *catalogue.Relation, from *inventory.Instance, found map[int]Link) []Link {
	order := make([]int, 0, len(found))
	for i := range found {
		order = append(order, i)
	}
	sort.Ints(order)
	links := make([]Link, 0, len(order))
	for _, i := range order {
		link := found[i]
		switch g.where(r, from, link.To) {
		case no:
			continue
		case maybe:
			link.Possible = true
		}
		links = append(links, link)
	}
	return links
}
