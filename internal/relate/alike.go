package relate

import (
	"hash/maphash"
	"slices"
)

// compare finds the model of each unit.
func (u *units) compare() {
	alike, some := u.byContent()
	if !some {
		return
	}
	u.findNames(alike)
	models, last := map[unitKind]int32{}, map[int32]int32{}
	for n := range int32(len(u.list)) {
		k, ok := u.kind(n, alike[n])
		if !ok {
			continue
		}
		model, known := models[k]
		if !known {
			models[k], last[n] = n, n
			continue
		}
		u.follow(n, model, last[model])
		last[model] = n
	}
}

// unitKind is what units that are alike have in common.
type unitKind struct {
	content int32 // see byContent
	named   naming
}

// kind is that of a unit; false for one that nothing can be like.
func (u *units) kind(n, content int32) (k unitKind, ok bool) {
	k.content = content
	if named := u.namedAs(n); named != nil {
		k.named = *named
	}
	return k, content >= 0 && !k.named.alone
}

// follow puts a unit behind the last one that is like its model.
func (u *units) follow(n, model, last int32) {
	u.list[n].model = model
	u.list[last].next = n
	u.list[model].count++
	if named := u.namedAs(n); named != nil {
		named.counterpart = true
	}
}

func (u *units) namedAs(n int32) *naming {
	if len(u.named) == 0 {
		return nil
	}
	return u.named[place{u.input(n), u.name(n)}]
}

// byContent gives for each unit the first one that holds the same, or -1 for one
// that nothing repeats, and whether any two are alike.
func (u *units) byContent() (alike []int32, some bool) {
	first := map[uint64]int32{}
	alike = make([]int32, len(u.list))
	for n := range u.list {
		block := repeated(u.name(int32(n)))
		if block == "" {
			alike[n] = -1
			continue
		}
		hash := u.hash(block, int32(n))
		model, ok := first[hash]
		if !ok {
			first[hash] = int32(n)
		}
		if alike[n] = int32(n); ok && u.holdSame(block, model, int32(n)) {
			alike[n], some = model, true
		}
	}
	return alike, some
}

func (u *units) hash(block string, n int32) uint64 {
	h := mix(maphash.String(u.seed, block), uint64(u.input(n)))
	at := &u.list[n]
	for _, i := range u.inventory.Instances[at.start : at.start+at.size] {
		h = mix(h, maphash.String(u.seed, i.Address[at.name:]))
		h = mix(h, maphash.Comparable(u.seed, i.Object))
	}
	return h
}

func mix(a, b uint64) uint64 { return (a^b)*0x9e3779b97f4a7c15 ^ (a >> 29) }

func (u *units) holdSame(block string, m, n int32) bool {
	a, b := &u.list[m], &u.list[n]
	if a.size != b.size || u.input(m) != u.input(n) || repeated(u.name(m)) != block {
		return false
	}
	for k := range a.size {
		x, y := u.inventory.Instances[a.start+k], u.inventory.Instances[b.start+k]
		if x.Object != y.Object || !slices.Equal(x.Beside, y.Beside) || x.Address[a.name:] != y.Address[b.name:] {
			return false
		}
	}
	return true
}
