package relate

import "sort"

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
