package tfplan

import (
	"hash/maphash"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// kind is what those instances of a block have in common that read alike: it is
// decoded once, for the first of them.
type kind struct {
	plan    *typePlan
	object  inventory.Object
	local   string // the block's address in its module
	site    uint64 // of the module
	like    *template
	attrs   map[string]cty.Value
	waiting []waiting
	// Of what was left out: known and not null, and unknown.
	told, dark map[string]bool

	// Known when all has been read:
	number   uint64
	module   *moduleConfig
	config   *resourceConfig
	reaches  []reach
	variants map[variantKey]*inventory.Object
}

// waiting is an attribute or block with something unknown in it.
type waiting struct {
	field                     *field
	value, unknown, sensitive raw
}

// sum is a hash of 128 bits with seeds that no input can know, so that equal
// sums are taken for equal bytes.
type sum struct{ a, b uint64 }

type hasher struct{ a, b maphash.Seed }

func newHasher() hasher { return hasher{maphash.MakeSeed(), maphash.MakeSeed()} }

// with adds a part to a sum; the order of parts counts.
func (h hasher) with(s sum, part []byte) sum {
	return sum{mix(s.a, maphash.Bytes(h.a, part)), mix(s.b, maphash.Bytes(h.b, part))}
}

func (h hasher) withText(s sum, part string) sum {
	return sum{mix(s.a, maphash.String(h.a, part)), mix(s.b, maphash.String(h.b, part))}
}

func mix(a, b uint64) uint64 {
	a = (a<<5 | a>>59) ^ b
	a *= 0x9E3779B97F4A7C15
	return a ^ a>>29
}

// plus joins sums of which the order does not count.
func (s sum) plus(other sum) sum { return sum{s.a + other.a, s.b + other.b} }

// maxRecent bounds what is remembered of changes by all of their bytes: in a
// plan of which no two are alike that would grow with the file.
const maxRecent = 4096

// kindOf finds the kind of a resource change or state object, or begins it:
// then the second result is true and its values must be decoded. body is a sum
// of what the instance is made of.
func (rd *reader) kindOf(h head, path *modulePath, body sum) (k *kind, begun bool) {
	s := rd.hasher.with(sum{a: path.site()}, h.mode)
	s = rd.hasher.with(rd.hasher.with(s, h.typ), h.name)
	s = sum{mix(s.a, body.a), mix(s.b, body.b)}
	if k := rd.recent[s]; k != nil {
		return k, false
	}
	if len(rd.recent) >= maxRecent {
		clear(rd.recent)
	}
	k = &kind{
		plan:   rd.typePlan(h.typ.text()),
		object: inventory.Object{Type: h.typ.text(), Name: h.name.text(), Data: h.mode.text() == "data", Beside: h.names},
		site:   path.site(),
		told:   map[string]bool{}, dark: map[string]bool{},
	}
	k.local = k.object.Type + "." + k.object.Name
	if k.object.Data {
		k.local = "data." + k.local
	}
	rd.recent[s] = k
	rd.kinds = append(rd.kinds, k)
	k.number = uint64(len(rd.kinds))
	return k, true
}
