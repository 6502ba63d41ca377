package tfplan

import "github.com/srmlint/srmlint/internal/inventory"

// instances has what was read, by block and by address. Of the instances of a
// block in one module instance, which come one after the other, only the first
// needs looking up.
type instances struct {
	modules *moduleInstances
	blocks  map[blockPlace]*block
	recent  blockPlace
	last    *block
}

// blockPlace is a block in a module instance, of moduleInstances.known.
type blockPlace struct {
	path  *modulePath
	local string
}

func newInstances(m *moduleInstances) *instances {
	return &instances{modules: m, blocks: map[blockPlace]*block{}}
}

// of finds the block of a module instance, or begins it.
func (i *instances) of(path *modulePath, local string) *block {
	at := blockPlace{path, local}
	if i.last != nil && i.recent == at {
		return i.last
	}
	b := i.blocks[at]
	if b == nil {
		b = &block{}
		i.blocks[at] = b
	}
	i.recent, i.last = at, b
	return b
}

// at finds an instance by its address, in any form; nil if there is none.
func (i *instances) at(address string) *entry {
	address = canonical(address)
	module, of := moduleOf(address), inventory.BlockOf(address)
	if module == "" {
		return i.in(nil, of, address[len(of):])
	}
	path := i.modules.known[module]
	if path == nil || len(of) <= len(module) {
		return nil
	}
	return i.in(path, of[len(module)+1:], address[len(of):])
}

// in finds an instance of a block by its canonical key.
func (i *instances) in(path *modulePath, local, key string) *entry {
	if b := i.blocks[blockPlace{i.modules.same(path), local}]; b != nil {
		return b.find(key)
	}
	return nil
}

// alive are the instances of a block that do not end.
func (i *instances) alive(path *modulePath, local string) []*entry {
	b := i.blocks[blockPlace{i.modules.same(path), local}]
	if b == nil {
		return nil
	}
	return b.alive()
}
