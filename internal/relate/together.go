package relate

import (
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// sharedLinks is what instances with one Object have in common.
type sharedLinks struct {
	values []values // for each join
	framed []bool   // for each join: instances have more than that
	// links by the texts that origins turned out to be, as a rule the same for all.
	links map[string]*List
	// alone is true where nothing can be shared.
	alone bool
}

// share gathers what all instances with the Object of one hold.
func (a *Asker) share(r *catalogue.Relation, t *table, from *inventory.Instance) *sharedLinks {
	s := &sharedLinks{alone: r.Where != nil && catalogue.NamesAddress(r.Where), links: map[string]*List{}}
	for i := range t.joins {
		v, framed := a.resolver.collect(from, t.joins[i].join.From, shared, t.joins[i].folded)
		s.values, s.framed = append(s.values, v), append(s.framed, framed)
		s.alone = s.alone || t.joins[i].join.Contains && framed
	}
	return s
}

// together puts what instances share beside what one holds alone; false where
// that cannot be told apart.
func (a *Asker) together(r *catalogue.Relation, t *table, s *sharedLinks, model int) (Links, bool) {
	var texts [][]textual
	a.own, a.key = a.own[:0], a.key[:0]
	for i := range t.joins {
		if !s.framed[i] {
			continue
		}
		j, all := &t.joins[i], &s.values[i]
		v, _ := a.resolver.collect(a.inventory.Instances[model], j.join.From, own, j.folded)
		if v.anything != all.anything || v.literals != all.literals || v.ownUnknown != all.ownUnknown {
			return Links{}, false
		}
		var own []textual
		if _, alone := a.inventory.Instances[model].Text(j.join.From[0]); !alone { // else no other instance has the text
			own = v.takeTexts()
		}
		for _, text := range own {
			a.key = text.append(a.key, i)
		}
		texts = append(texts, own)
		j.matchKeys(&v, a.adder(&a.own, i, model))
	}
	list, ok := s.links[string(a.key)]
	if !ok {
		list = a.listOf(r, t, s, texts, model)
		s.links[string(a.key)] = list
	}
	out := Links{Shared: list, itself: -1}
	for _, link := range a.spread(r, t, a.own, model) {
		if before, ok := out.Replaced(link); (!ok || link.doubt() < before.doubt()) && link.index != model {
			out.Own = append(out.Own, link)
		}
	}
	if _, ok := list.find(model); ok {
		out.itself = model
	}
	return out, true
}

// listOf works out what is linked to all instances that hold the same.
func (a *Asker) listOf(r *catalogue.Relation, t *table, s *sharedLinks, texts [][]textual, model int) *List {
	a.common = a.common[:0]
	for i := range t.joins {
		j, v := &t.joins[i], s.values[i].clone()
		if s.framed[i] {
			for _, text := range texts[0] {
				text.into(&v)
			}
			texts = texts[1:]
		}
		j.match(&v, s.framed[i], a.adder(&a.common, i, model))
	}
	list := &List{units: a.units, links: make([]Link, 0, len(a.common))}
	for reached := range a.common.each {
		if link := a.link(t, reached.all); a.decide(r, model, &link) {
			list.links = append(list.links, link)
		}
	}
	return list
}
