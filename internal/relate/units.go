package relate

import (
	"hash/maphash"
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
)

// What count and for_each repeat is looked at once. A unit is the outermost
// module instance or, in the root module, a resource's instance. Two units of a
// block are alike where they hold the same Objects at the same places and
// everything that names one names the other likewise. Exchanging them changes
// nothing but addresses: what is linked to an instance of one is linked in the
// same way to its counterpart in the other. So only the first of units that are
// alike, the model, is worked out.

// unit is a run of instances.
type unit struct {
	start, size int32
	name        int32 // how long its address is, with which its instances' begin
	model       int32 // the first unit that is alike: the unit itself if none is before it
	next        int32 // the next one that is alike; 0 if there is none
	count       int32 // of a model: how many it stands for, with itself
}

type units struct {
	inventory *inventory.Inventory
	list      []unit
	of        []int32 // by instance
	// named are the units that something names with their whole address.
	named map[place]*naming
	seed  maphash.Seed
}

// newUnits finds what is alike; not at all if distinct.
func newUnits(inv *inventory.Inventory, distinct bool) *units {
	u := &units{inventory: inv, of: make([]int32, len(inv.Instances)), seed: maphash.MakeSeed(), named: map[place]*naming{}}
	inOrder := u.split()
	if !distinct && inOrder {
		u.compare()
	}
	return u
}

// split cuts the inventory into units. It returns false if that is not in
// order: a unit may then be in pieces.
func (u *units) split() (inOrder bool) {
	inOrder = true
	for n, i := range u.inventory.Instances {
		last := len(u.list) - 1
		if last < 0 || !u.continues(&u.list[last], i) {
			next := unit{start: int32(n), name: int32(unitName(i.Address)), model: int32(last + 1), count: 1}
			inOrder = inOrder && (last < 0 || u.before(&u.list[last], i, next.name))
			u.list = append(u.list, next)
			last++
		}
		u.list[last].size++
		u.of[n] = int32(last)
	}
	return inOrder
}

func (u *units) continues(last *unit, i *inventory.Instance) bool {
	first := u.inventory.Instances[last.start]
	return first.Input == i.Input && within(i.Address, first.Address[:last.name])
}

func (u *units) before(last *unit, i *inventory.Instance, name int32) bool {
	first := u.inventory.Instances[last.start]
	return first.Input < i.Input || first.Input == i.Input && inventory.AddressLess(first.Address[:last.name], i.Address[:name])
}

// within tells whether an address is of a unit, or in it.
func within(address, unit string) bool {
	return strings.HasPrefix(address, unit) && (len(address) == len(unit) || address[len(unit)] == '.' && strings.HasPrefix(unit, "module."))
}

// unitName returns the length of the name of the unit that an address is in.
func unitName(address string) int {
	if !strings.HasPrefix(address, "module.") {
		return len(address)
	}
	for n := len("module."); n < len(address); n++ {
		switch address[n] {
		case '.':
			return n
		case '[':
			return inventory.KeyEnd(address, n)
		}
	}
	return len(address)
}

// repeated is the block of a unit that count or for_each made; empty for others.
func repeated(name string) string {
	if !strings.HasSuffix(name, "]") {
		return ""
	}
	return inventory.BlockOf(name)
}

func (u *units) name(n int32) string {
	at := &u.list[n]
	return u.inventory.Instances[at.start].Address[:at.name]
}

func (u *units) input(n int32) int { return u.inventory.Instances[u.list[n].start].Input }

// isModel tells whether an instance is in a unit that stands for those alike.
func (u *units) isModel(n int) bool {
	unit := u.of[n]
	return u.list[unit].model == unit
}

// counterpart is the instance in the place of another in a unit alike.
func (u *units) counterpart(n int, in int32) int {
	return n - int(u.list[u.of[n]].start) + int(u.list[in].start)
}

// model is the first instance that is alike.
func (u *units) modelOf(n int) int { return u.counterpart(n, u.list[u.of[n]].model) }

// count is how many instances are like a model, with itself.
func (u *units) count(model int) int { return int(u.list[u.of[model]].count) }

// standsFor tells whether an address is in a unit that has a model.
func (u *units) standsFor(input int, address string) bool {
	if len(u.named) == 0 {
		return false
	}
	named := u.named[place{input, address[:unitName(address)]}]
	return named != nil && named.counterpart
}
