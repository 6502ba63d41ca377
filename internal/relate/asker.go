package relate

import (
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Asker asks a graph for one goroutine, and remembers what instances share.
type Asker struct {
	*Graph
	shared map[sharedKey]*sharedLinks
	recent map[recentKey]Links
	key    []byte
	// own and common are what was found for one instance, and for all that hold
	// the same; kept for the next.
	own, common found
	conditions  map[condition]verdict
}

// Asker returns one that remembers nothing yet.
func (g *Graph) Asker() *Asker {
	return &Asker{Graph: g, shared: map[sharedKey]*sharedLinks{}, recent: map[recentKey]Links{}, conditions: map[condition]verdict{}}
}

type sharedKey struct {
	object   *inventory.Object
	relation *catalogue.Relation
}

// Neighbours are asked for again and have most in common. So there are bounds
// on how many answers are remembered, and on how much of what instances share.
const (
	maxRecent = 256
	maxShared = 4096
)

type recentKey struct {
	model    int
	relation *catalogue.Relation
}

// Links returns what the relation of that name leads to from an instance, by
// its index in the inventory.
func (a *Asker) Links(from int, relation string) Links {
	r := a.catalogue.RelationsFrom(a.inventory.Instances[from].Type)[relation]
	if r == nil {
		return Links{itself: -1}
	}
	k := recentKey{a.units.modelOf(from), r}
	links, ok := a.recent[k]
	if !ok {
		links = a.links(k.model, r)
		if len(a.recent) >= maxRecent {
			clear(a.recent)
		}
		a.recent[k] = links
	}
	return a.counterpart(links, k.model, from)
}

// counterpart turns the links of a model into those of one that is like it:
// what leads into its unit leads into the other's, and the other way round.
func (a *Asker) counterpart(l Links, model, n int) Links {
	if model == n {
		return l
	}
	from, to := a.units.of[model], a.units.of[n]
	out := Links{Shared: l.Shared, itself: l.itself}
	if out.itself >= 0 {
		out.itself = n
	}
	for _, link := range l.Own {
		switch a.units.of[link.index] {
		case from:
			link.index = a.units.counterpart(link.index, to)
		case to:
			link.index = a.units.counterpart(link.index, from)
		}
		link.To = a.inventory.Instances[link.index]
		out.Own = append(out.Own, link)
	}
	slices.SortFunc(out.Own, func(x, y Link) int { return x.index - y.index })
	return out
}

// links works out what a model is linked to.
func (a *Asker) links(model int, r *catalogue.Relation) Links {
	from := a.inventory.Instances[model]
	t := a.tables[r]
	t.once.Do(func() { t.joins, t.reads = a.index(r), readsOf(r) })
	k := sharedKey{from.Object, r}
	s := a.shared[k]
	if s == nil {
		s = a.share(r, t, from)
		if len(a.shared) >= maxShared {
			clear(a.shared)
		}
		a.shared[k] = s
	}
	if !s.alone {
		if out, ok := a.together(r, t, s, model); ok {
			return out
		}
	}
	return Links{Own: a.alone(r, t, model), itself: -1}
}

// alone works out the links of one instance by itself.
func (a *Asker) alone(r *catalogue.Relation, t *table, model int) []Link {
	a.own = a.own[:0]
	for i := range t.joins {
		j := &t.joins[i]
		v, _ := a.resolver.collect(a.inventory.Instances[model], j.join.From, whole, j.folded)
		j.match(&v, false, a.adder(&a.own, i, model))
	}
	return slices.DeleteFunc(a.spread(r, t, a.own, model), func(l Link) bool { return l.index == model })
}

// spread lists the links found, one for each instance.
func (a *Asker) spread(r *catalogue.Relation, t *table, f found, model int) []Link {
	if len(f) == 0 {
		return nil
	}
	links, unordered := make([]Link, 0, len(f)), false
	for reached := range f.each {
		if reached.hasOne && reached.hasAll && reached.one.doubt() >= reached.all.doubt() {
			reached.hasOne = false
		}
		if link := a.link(t, reached.all); reached.hasAll && a.decide(r, model, &link) {
			for unit := a.units.of[reached.index]; ; {
				at := a.units.counterpart(reached.index, unit)
				if !reached.hasOne || at != reached.index {
					links = append(links, link)
					links[len(links)-1].index, links[len(links)-1].To = at, a.inventory.Instances[at]
				}
				if unit = a.units.list[unit].next; unit == 0 {
					break
				}
				unordered = true
			}
		}
		if link := a.link(t, reached.one); reached.hasOne && a.decide(r, model, &link) {
			links = append(links, link)
			unordered = true
		}
	}
	if unordered {
		slices.SortFunc(links, func(x, y Link) int { return x.index - y.index })
	}
	return links
}

func (a *Asker) link(t *table, f finding) Link {
	return Link{
		To: a.inventory.Instances[f.index], Possible: f.possible, Assumed: f.assumed,
		Via: t.joins[f.join].via, index: int(f.index),
	}
}

// decide asks the relation's condition: false where there is no link.
func (a *Asker) decide(r *catalogue.Relation, model int, link *Link) bool {
	switch a.condition(r, a.inventory.Instances[model], link.To) {
	case no:
		return false
	case maybe:
		link.Possible = true
	}
	return true
}
