package relate

import (
	"iter"
	"slices"
	"sort"
)

// List is a list of links that many instances have in common. It holds a link
// to a model for those to all that are like it.
type List struct {
	units *units
	links []Link // in the order of the inventory
	// possible and certain have those alone that are so; nil if not asked for yet.
	possible, certain *List
}

// part is the list of those links that are possible, or that are not.
func (s *List) part(kept **List, possible bool) *List {
	if *kept == nil {
		links := slices.DeleteFunc(slices.Clone(s.links), func(l Link) bool { return l.Possible != possible })
		*kept = &List{units: s.units, links: links}
	}
	return *kept
}

// Empty tells whether there are no links.
func (s *List) Empty() bool { return s.len() == 0 }

func (s *List) len() int {
	if s == nil {
		return 0
	}
	return len(s.links)
}

// find returns the link to an instance.
func (s *List) find(index int) (Link, bool) {
	if s.len() == 0 {
		return Link{}, false
	}
	n, ok := slices.BinarySearchFunc(s.links, s.units.modelOf(index), func(l Link, index int) int { return l.index - index })
	if !ok {
		return Link{}, false
	}
	return s.to(s.links[n], index), true
}

func (s *List) to(link Link, index int) Link {
	link.index, link.To = index, s.units.inventory.Instances[index]
	return link
}

// each goes through all links in the order of the inventory.
func (s *List) each() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		// Units are runs of the inventory. Ways are the units that come next, each
		// with the links to its model unit.
		var ways []way
		for from := 0; from < s.len(); {
			to, unit := from+1, s.units.of[s.links[from].index]
			for to < len(s.links) && s.units.of[s.links[to].index] == unit {
				to++
			}
			ways = append(ways, way{unit, s.links[from:to]})
			from = to
		}
		for len(ways) > 0 {
			first := ways[0]
			for _, link := range first.links {
				if !yield(s.to(link, s.units.counterpart(link.index, first.unit))) {
					return
				}
			}
			ways = s.advance(ways)
		}
	}
}

type way struct {
	unit  int32
	links []Link
}

// advance puts the way that was gone first to where its next unit comes.
func (s *List) advance(ways []way) []way {
	first := ways[0]
	first.unit = s.units.list[first.unit].next
	ways = ways[1:]
	if first.unit == 0 {
		return ways
	}
	at := sort.Search(len(ways), func(n int) bool { return ways[n].unit > first.unit })
	return slices.Insert(ways, at, first)
}
