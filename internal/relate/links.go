package relate

import (
	"iter"
	"slices"
	"sort"

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

// Links are what a relation leads to from one instance.
type Links struct {
	// Shared is the same for all instances that hold the same; nil if there is none.
	Shared *List
	// Own are for this instance alone, in the order of the inventory. One with
	// the same To replaces a shared one.
	Own []Link

	itself int // index of the instance where it is in Shared: it is not linked to itself; -1 if it is not there
}

// HasItself tells whether the instance is in Shared, and left out there.
func (l Links) HasItself() bool { return l.itself >= 0 }

// All are the links in the order of the inventory.
func (l Links) All() []Link { return slices.Collect(l.Each()) }

// Each goes through the links in the order of the inventory.
func (l Links) Each() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		own := l.Own
		for next := range l.Shared.each() {
			for len(own) > 0 && own[0].index < next.index {
				if !yield(own[0]) {
					return
				}
				own = own[1:]
			}
			if next.index == l.itself {
				continue
			}
			if len(own) > 0 && own[0].index == next.index {
				next, own = own[0], own[1:]
			}
			if !yield(next) {
				return
			}
		}
		for _, link := range own {
			if !yield(link) {
				return
			}
		}
	}
}

// Kinds goes through the links once for those that are alike but for where they
// are, with how many they are.
func (l Links) Kinds() iter.Seq2[Link, int] {
	return func(yield func(Link, int) bool) {
		for n := range l.Shared.len() {
			link := l.Shared.links[n]
			count := l.Shared.units.count(link.index)
			for i := range l.Own {
				if l.Shared.units.modelOf(l.Own[i].index) == link.index {
					count--
				}
			}
			if l.itself >= 0 && l.Shared.units.modelOf(l.itself) == link.index {
				count--
			}
			if count > 0 && !yield(link, count) {
				return
			}
		}
		for _, link := range l.Own {
			if !yield(link, 1) {
				return
			}
		}
	}
}

// Count is how many links there are.
func (l Links) Count() (n int) {
	for _, count := range l.Kinds() {
		n += count
	}
	return n
}

// Replaced returns the shared link that an own one stands for.
func (l Links) Replaced(own Link) (Link, bool) { return l.Shared.find(own.index) }

// List is a list of links that many instances have in common. It holds a link
// to a model for those to all that are like it.
type List struct {
	units    *units
	links    []Link // in the order of the inventory
	possible *List  // of those alone that are possible; nil if not asked for yet
}

// Possible leaves out shared links that are certain.
func (l Links) Possible() Links {
	if l.Shared.Empty() {
		return l
	}
	if l.Shared.possible == nil {
		l.Shared.possible = &List{units: l.Shared.units, links: slices.DeleteFunc(slices.Clone(l.Shared.links), func(l Link) bool { return !l.Possible })}
	}
	l.Shared = l.Shared.possible
	return l
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

// found are the links that were found, by the index of the To side in the inventory.
type found map[int]reached

// reached is a link to a model and all like it, and to that one alone.
type reached struct {
	all, one       Link
	hasAll, hasOne bool
}

func (f *found) add(link Link, all bool) {
	if *f == nil {
		*f = found{}
	}
	before := (*f)[link.index]
	into, has := &before.one, &before.hasOne
	if all {
		into, has = &before.all, &before.hasAll
	}
	if !*has || better(link, *into) {
		*into, *has = link, true
	}
	(*f)[link.index] = before
}

// better prefers sure links to assumed ones, and those to possible ones.
func better(a, b Link) bool {
	if a.Possible != b.Possible {
		return !a.Possible
	}
	return !a.Assumed && b.Assumed
}

// indexes are those of the models, in order.
func (f found) indexes() []int {
	order := make([]int, 0, len(f))
	for i := range f {
		order = append(order, i)
	}
	sort.Ints(order)
	return order
}
