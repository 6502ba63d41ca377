package relate

import (
	"hash/maphash"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// naming sums up what names a unit: two with equal sums are named in the same
// places of the same Objects. It has 128 bits, with seeds made anew in each run.
type naming struct {
	low, high uint64
	// alone is true where one of its own block names it, which exchanging it would
	// change, and where others may reach it through what names it.
	alone bool
	// counterpart is true for a unit that another stands for.
	counterpart bool
}

// mention is one origin of an Object with a whole address.
type mention struct {
	unit      string // of the address
	attribute string // of the Object that has the origin
	low, high uint64
}

// holding is where an Object is: in which block of units.
type holding struct {
	object *inventory.Object
	input  int
	block  string
}

// findNames goes through the origins of all Objects. Units that are alike hold
// the same Objects, so that it is enough to look at the first of them.
func (u *units) findNames(alike []int32) {
	m := mentioner{seed: u.seed, high: maphash.MakeSeed(), objects: map[*inventory.Object][]mention{}, followed: map[string]bool{}}
	seen := map[holding]bool{}
	var holders []holding
	for n := range u.list {
		if alike[n] >= 0 && alike[n] != int32(n) {
			continue
		}
		block, at := repeated(u.name(int32(n))), &u.list[n]
		for _, i := range u.inventory.Instances[at.start : at.start+at.size] {
			h := holding{i.Object, i.Input, block}
			if len(m.of(i.Object)) > 0 && !seen[h] {
				seen[h] = true
				holders = append(holders, h)
			}
		}
	}
	for _, h := range holders {
		u.note(&m, h)
	}
}

func (u *units) note(m *mentioner, h holding) {
	for _, mention := range m.objects[h.object] {
		p := place{h.input, mention.unit}
		named := u.named[p]
		if named == nil {
			named = &naming{}
			u.named[p] = named
		}
		named.low += mention.low
		named.high += mention.high
		named.alone = named.alone || repeated(mention.unit) == h.block || m.leadsOn(h.object.Type, mention.attribute)
	}
}

// mentioner lists what Objects name.
type mentioner struct {
	seed, high maphash.Seed
	objects    map[*inventory.Object][]mention
	followed   map[string]bool // attributes that origins name
	found      []mention
	object     uint64
	path       []byte
	top        string // first step of the path
}

func (m *mentioner) of(o *inventory.Object) []mention {
	if list, ok := m.objects[o]; ok {
		return list
	}
	m.found, m.path = nil, m.path[:0]
	m.object = uint64(len(m.objects))
	m.walk(o.Values)
	m.objects[o] = m.found
	return m.found
}

// walk goes through a value. Indexes of collections do not count: relations
// take all elements at a path together.
func (m *mentioner) walk(v cty.Value) {
	if v == cty.NilVal {
		return
	}
	v, marks := v.Unmark()
	t := v.Type()
	m.node(marks, t)
	if !v.IsKnown() || v.IsNull() || t.IsPrimitiveType() {
		return
	}
	if !t.IsObjectType() {
		if v.CanIterateElements() {
			for it := v.ElementIterator(); it.Next(); {
				_, element := it.Element()
				m.walk(element)
			}
		}
		return
	}
	length := len(m.path)
	for name := range t.AttributeTypes() {
		if length == 0 {
			m.top = name
		}
		m.path = append(append(m.path, '.'), name...)
		m.walk(v.GetAttr(name))
		m.path = m.path[:length]
	}
}

// node notes the origins of one value: each with how many there are beside it.
func (m *mentioner) node(marks cty.ValueMarks, t cty.Type) {
	if len(marks) == 0 {
		return
	}
	sure := 0
	for mark := range marks {
		if o, ok := mark.(inventory.Origin); ok && isNamed(o) && isSure(o) {
			sure++
		}
	}
	shape := byte('s')
	if !t.IsPrimitiveType() {
		shape = 'c'
	}
	for mark := range marks {
		o, ok := mark.(inventory.Origin)
		if !ok || !isNamed(o) {
			continue
		}
		m.followed[o.Attribute] = true
		if o.Address == "" {
			continue
		}
		unit := unitName(o.Address)
		if o.Address[unit-1] != ']' {
			continue
		}
		m.path = append(m.path, 0, shape, byte(o.Certainty), byte(o.Frame), byte(sure), byte(sure>>8), byte(len(marks)), byte(len(marks)>>8))
		rest := o.Attribute + "\x00" + o.Address[unit:]
		low := mix(mix(maphash.Bytes(m.seed, m.path), m.object), maphash.String(m.seed, rest))
		high := mix(mix(maphash.Bytes(m.high, m.path), m.object), maphash.String(m.high, rest))
		m.path = m.path[:len(m.path)-8]
		m.found = append(m.found, mention{o.Address[:unit], m.top, low, high})
	}
}

// leadsOn tells whether an attribute may be one that origins name.
func (m *mentioner) leadsOn(resourceType, attribute string) bool {
	if m.followed[attribute] {
		return true
	}
	for name := range m.followed {
		if provider.Identity(resourceType, name) == attribute {
			return true
		}
	}
	return false
}

// isNamed is false for the marks that stand for values which nothing names.
func isNamed(o inventory.Origin) bool { return o != inventory.Anything && o != inventory.Literals }

func isSure(o inventory.Origin) bool {
	return o.Certainty == inventory.Sure || o.Certainty == inventory.Assumed
}
