package relate

import (
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Asker asks a graph for one goroutine, and remembers what instances share.
type Asker struct {
	*Graph
	shared  map[sharedKey]*sharedLinks
	wheres  map[whereKey]verdict
	key     []byte
	own     []Link // what Links.Own are parts of
	scratch values // that an instance holds alone
	finding
}

// Asker returns one that remembers nothing yet.
func (g *Graph) Asker() *Asker {
	return &Asker{Graph: g, shared: map[sharedKey]*sharedLinks{}, wheres: map[whereKey]verdict{}}
}

type sharedKey struct {
	object   *inventory.Object
	relation *catalogue.Relation
}

// sharedLinks is what instances with one Object have in common.
type sharedLinks struct {
	values []values // for each join
	own    []own    // for each join: what instances have besides
	// links by the texts that origins turned out to be, as a rule the same for all.
	links map[string][]Link
	// alone is true where nothing can be shared.
	alone bool
}

// Links returns what the relation of that name leads to from an instance.
func (a *Asker) Links(from *inventory.Instance, relation string) Links {
	r := a.catalogue.RelationsFrom(from.Type)[relation]
	if r == nil {
		return Links{}
	}
	t := a.tables[r]
	t.once.Do(func() {
		t.joins, t.alone = a.index(r), r.Where != nil && catalogue.NamesAddress(r.Where)
	})
	if t.empty() {
		return Links{}
	}
	k := sharedKey{from.Object, r}
	s := a.shared[k]
	if s == nil {
		s = a.share(r, t, from)
		a.shared[k] = s
	}
	if !s.alone {
		if out, ok := a.together(r, t, s, from); ok {
			return out
		}
	}
	a.reset()
	start := len(a.own)
	a.own = append(a.own, a.alone(r, t, from)...)
	return Links{Own: a.own[start:len(a.own):len(a.own)], Mixed: a.mixed()}
}

// share gathers what all instances with the Object of one hold.
func (a *Asker) share(r *catalogue.Relation, t *table, from *inventory.Instance) *sharedLinks {
	s := &sharedLinks{alone: t.alone, links: map[string][]Link{}}
	for i := range t.joins {
		v, own := a.resolver.collect(from, t.joins[i].join.From)
		s.values, s.own = append(s.values, v), append(s.own, own)
		s.alone = s.alone || t.joins[i].join.Contains && own.any()
	}
	return s
}

// together puts what instances share beside what one holds alone; false where
// that cannot be told apart.
func (a *Asker) together(r *catalogue.Relation, t *table, s *sharedLinks, from *inventory.Instance) (Links, bool) {
	var texts [][]textual
	a.key = a.key[:0]
	a.reset()
	for i := range t.joins {
		if !s.own[i].any() {
			continue
		}
		j, all := &t.joins[i], &s.values[i]
		v := &a.scratch
		a.resolver.fillOwn(v, from, j.join.From, s.own[i], all)
		if v.anything != all.anything || v.literals != all.literals || v.ownUnknown != all.ownUnknown {
			return Links{}, false
		}
		var own []textual
		if !s.own[i].beside { // else no other instance has the text
			own = v.takeTexts()
		}
		for _, text := range own {
			a.key = text.append(a.key, i)
		}
		texts = append(texts, own)
		a.join = j
		j.matchKeys(a, v)
	}
	own, groups, mixed := a.sorted(r, from, a.found), a.allowed(r, from), a.mixed()
	shared, ok := s.links[string(a.key)]
	if !ok {
		shared = a.linksOf(r, t, s, texts, from)
		s.links[string(a.key)] = shared
	}
	out := Links{Shared: shared, Mixed: mixed, groups: groups}
	start := len(a.own)
	for _, link := range own {
		if before, ok := out.Replaced(link); !ok || better(link, before) {
			a.own = append(a.own, link)
		}
	}
	out.Own = a.own[start:len(a.own):len(a.own)]
	return out, !a.includes(out, r, from)
}

// linksOf works out what is linked to all instances that hold the same.
func (a *Asker) linksOf(r *catalogue.Relation, t *table, s *sharedLinks, texts [][]textual, from *inventory.Instance) []Link {
	before := a.finding
	a.finding = finding{}
	for i := range t.joins {
		j, v := &t.joins[i], s.values[i].clone()
		a.join = j
		framed := s.own[i].any()
		if framed {
			for _, text := range texts[0] {
				text.into(&v)
			}
			texts = texts[1:]
		}
		switch {
		case j.join.Contains:
			j.matchText(a, v)
		case framed || !v.empty():
			j.matchKeys(a, &v)
			j.matchOpen(a, &v)
		}
	}
	found := a.found
	a.finding = before
	return a.sorted(r, from, found)
}

// includes tells whether an instance is among those that it is linked to
// together with others: no instance is linked to itself.
func (a *Asker) includes(l Links, r *catalogue.Relation, i *inventory.Instance) bool {
	if !slices.Contains(r.To, i.Type) {
		return false
	}
	index := int(a.resolver.index[i])
	return slices.ContainsFunc(l.Shared, func(s Link) bool { return s.To == i }) ||
		slices.ContainsFunc(l.Own, func(s Link) bool { return s.To == i }) ||
		slices.ContainsFunc(l.groups, func(g groupLink) bool { return g.holds(index) })
}

// alone works out the links of one instance by itself.
func (a *Asker) alone(r *catalogue.Relation, t *table, from *inventory.Instance) []Link {
	defer func(apart bool) { a.apart = apart }(a.apart)
	a.apart = false
	for i := range t.joins {
		j := &t.joins[i]
		a.join = j
		v := a.resolver.whole(from, j.join.From)
		switch {
		case j.join.Contains:
			j.matchText(a, v)
		case !v.empty():
			j.matchKeys(a, &v)
			j.matchOpen(a, &v)
		}
	}
	return a.sorted(r, from, slices.DeleteFunc(a.found, func(l Link) bool { return l.To == from }))
}

// sorted are the links found of an instance, without those that the relation's
// condition rules out.
func (a *Asker) sorted(r *catalogue.Relation, from *inventory.Instance, found links) []Link {
	found = found.once()
	if r.Where == nil {
		return found
	}
	kept := found[:0]
	for _, link := range found {
		switch a.where(r, from, link.To) {
		case no:
			continue
		case maybe:
			link.Possible = true
		}
		kept = append(kept, link)
	}
	return kept
}
