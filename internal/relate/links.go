package relate

import (
	"iter"
	"slices"

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

// Possible leaves out shared links that are certain.
func (l Links) Possible() Links {
	if !l.Shared.Empty() {
		l.Shared = l.Shared.part(&l.Shared.possible, true)
	}
	return l
}

// Certain leaves out shared links that are only possible.
func (l Links) Certain() Links {
	if !l.Shared.Empty() {
		l.Shared = l.Shared.part(&l.Shared.certain, false)
	}
	return l
}
