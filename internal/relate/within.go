package relate

import (
	"slices"
	"sort"
)

// SameUnit tells whether a link leads into the unit of an instance.
func (g *Graph) SameUnit(n int, l Link) bool { return g.units.of[n] == g.units.of[l.index] }

// Within lists the links of an instance that lead into its unit, in the order of
// the inventory.
func (g *Graph) Within(n int, l Links) (links []Link) {
	for _, link := range l.Own {
		if g.SameUnit(n, link) {
			links = append(links, link)
		}
	}
	for _, link := range l.Shared.within(g.units.of[n]) {
		own := slices.ContainsFunc(l.Own, func(o Link) bool { return o.index == link.index })
		if !own && link.index != l.itself {
			links = append(links, link)
		}
	}
	slices.SortFunc(links, func(x, y Link) int { return x.index - y.index })
	return links
}

// within lists the links into a unit.
func (s *List) within(n int32) (links []Link) {
	if s.len() == 0 {
		return nil
	}
	model := &s.units.list[s.units.list[n].model]
	from := sort.Search(len(s.links), func(k int) bool { return s.links[k].index >= int(model.start) })
	for _, link := range s.links[from:] {
		if link.index >= int(model.start+model.size) {
			break
		}
		links = append(links, s.to(link, s.units.counterpart(link.index, n)))
	}
	return links
}
