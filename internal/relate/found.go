package relate

import (
	"cmp"
	"slices"
)

// found are the links that were found, as they came; of all joins of a relation.
type found []finding

// finding is one way in which an instance is linked.
type finding struct {
	index             int32 // of the To side in the inventory
	join              uint16
	possible, assumed bool
	all               bool // to the model and all like it, not to that one alone
}

// reached is a link to a model and all like it, and to that one alone.
type reached struct {
	index          int
	all, one       finding
	hasAll, hasOne bool
}

// each goes through what was found by the index of the To side.
func (f found) each(yield func(reached) bool) {
	if !slices.IsSortedFunc(f, finding.compare) {
		slices.SortFunc(f, finding.compare)
	}
	for n := 0; n < len(f); {
		r := reached{index: int(f[n].index)}
		for ; n < len(f) && int(f[n].index) == r.index; n++ {
			switch {
			case f[n].all && !r.hasAll:
				r.all, r.hasAll = f[n], true
			case !f[n].all && !r.hasOne:
				r.one, r.hasOne = f[n], true
			}
		}
		if !yield(r) {
			return
		}
	}
}

// compare puts the better of two links to the same first.
func (a finding) compare(b finding) int {
	if a.index != b.index {
		return cmp.Compare(a.index, b.index)
	}
	if c := a.doubt() - b.doubt(); c != 0 {
		return c
	}
	return cmp.Compare(a.join, b.join)
}

// doubt orders sure links before assumed ones, and those before possible ones.
func (a finding) doubt() int { return doubt(a.possible, a.assumed) }

func (l Link) doubt() int { return doubt(l.Possible, l.Assumed) }

func doubt(possible, assumed bool) (n int) {
	if assumed {
		n = 1
	}
	if possible {
		n += 2
	}
	return n
}
