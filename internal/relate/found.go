package relate

import (
	"encoding/binary"
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// finding is what has been found while one relation of one instance is asked for.
type finding struct {
	join   *joinIndex
	found  links
	many   bool        // some of found are linked together
	single bool        // some are not
	groups []groupLink // those linked together, where they are to be kept apart
	apart  bool
}

// groupLink is a link to all of a group.
type groupLink struct {
	*group
	possible, assumed bool
	via               string
}

func (g groupLink) holds(index int) bool {
	_, ok := slices.BinarySearch(g.indexes, index)
	return ok
}

func (f *finding) reset() {
	f.found, f.groups, f.many, f.single = f.found[:0], f.groups[:0], false, false
}

func (f *finding) mixed() bool { return f.many && f.single }

// one adds a link to the instance at an index.
func (a *Asker) one(to int, possible, assumed bool) {
	a.single = true
	a.link(to, possible, assumed)
}

func (a *Asker) link(to int, possible, assumed bool) {
	a.found = append(a.found, Link{To: a.inventory.Instances[to], Possible: possible, Assumed: assumed, Via: a.join.via, index: to})
}

// all adds links to all of a group.
func (a *Asker) all(g *group, possible, assumed bool) {
	switch {
	case len(g.indexes) == 1:
		a.one(g.indexes[0], possible, assumed)
		return
	case a.apart:
		a.groups = append(a.groups, groupLink{g, possible, assumed, a.join.via})
	default:
		for _, to := range g.indexes {
			a.link(to, possible, assumed)
		}
	}
	a.many = true
}

// Sign appends to a key what a relation leads to from an instance alone: equal
// keys of instances that share an Object mean that they are linked to the same,
// or to what has the same numbers. Links to many are not gone through for it.
func (a *Asker) Sign(key []byte, relation uint16, name string, from *inventory.Instance, numbers map[*inventory.Object]uint32) []byte {
	a.own, a.apart = a.own[:0], true
	l := a.Links(from, name)
	a.apart = false
	for _, own := range l.Own {
		key = binary.LittleEndian.AppendUint16(key, relation)
		key = own.sign(key, numbers)
		if before, ok := l.Replaced(own); ok {
			key = before.sign(append(key, 'r'), numbers)
		}
		for _, g := range l.groups {
			if g.holds(own.index) {
				key = binary.LittleEndian.AppendUint32(append(key, 'g'), uint32(g.id))
			}
		}
	}
	for _, g := range l.groups {
		key = binary.LittleEndian.AppendUint16(append(key, 'm'), relation)
		key = append(binary.LittleEndian.AppendUint32(key, uint32(g.id)), flags(g.possible, g.assumed))
	}
	return key
}

func (l Link) sign(key []byte, numbers map[*inventory.Object]uint32) []byte {
	return append(binary.LittleEndian.AppendUint32(key, numbers[l.To.Object]), flags(l.Possible, l.Assumed))
}

func flags(possible, assumed bool) (f byte) {
	if possible {
		f |= 1
	}
	if assumed {
		f |= 2
	}
	return f
}

// allowed are the groups that the relation's condition does not rule out. All of
// a group have one Object, so that one stands for all.
func (a *Asker) allowed(r *catalogue.Relation, from *inventory.Instance) []groupLink {
	if r.Where == nil {
		return a.groups
	}
	kept := a.groups[:0]
	for _, g := range a.groups {
		switch a.where(r, from, a.inventory.Instances[g.indexes[0]]) {
		case no:
			continue
		case maybe:
			g.possible = true
		}
		kept = append(kept, g)
	}
	return kept
}

// links are those found, in no order; the same may be there more than once.
type links []Link

// once puts links in the order of the inventory and keeps of each the best.
func (found links) once() links {
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b Link) int {
		switch {
		case a.index != b.index:
			return a.index - b.index
		case better(a, b):
			return -1
		case better(b, a):
			return 1
		}
		return 0
	})
	return slices.CompactFunc(found, func(a, b Link) bool { return a.index == b.index })
}

// better prefers sure links to assumed ones, and those to possible ones.
func better(a, b Link) bool {
	if a.Possible != b.Possible {
		return !a.Possible
	}
	return !a.Assumed && b.Assumed
}
