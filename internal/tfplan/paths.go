package tfplan

import "bytes"

// modulePath is a module instance; nil is the root module.
type modulePath struct {
	parent *modulePath
	call   string
	key    string // canonical, empty if the call has neither count nor for_each
	text   string // canonical address

	written string // the address as the plan first had it
	spelled bool   // it did have it
	block   string // canonical address without keys
	number  uint64 // of the block
	depth   int    // 1 for a call of the root module
	inside  sum    // what it holds: see variant.go
}

// address is as the plan wrote it.
func (p *modulePath) address() string {
	if p == nil {
		return ""
	}
	return p.written
}

// site is the same number for all instances of a module.
func (p *modulePath) site() uint64 {
	if p == nil {
		return 0
	}
	return p.number
}

// ancestor is the module instance of a depth in whose it is, nil for the root module.
func (p *modulePath) ancestor(depth int) *modulePath {
	for p != nil && p.depth > depth {
		p = p.parent
	}
	return p
}

// String is the canonical address, empty for the root module.
func (p *modulePath) String() string {
	if p == nil {
		return ""
	}
	return p.text
}

// within is the canonical address of something in the module instance.
func (p *modulePath) within(address string) string {
	if p == nil {
		return address
	}
	return p.text + "." + address
}

// child is the path of a module instance within this one.
func (p *modulePath) child(call, key string) *modulePath {
	c := &modulePath{parent: p, call: call, key: key, text: p.within("module." + call + key), block: "module." + call, depth: 1}
	if p != nil {
		c.block, c.depth = p.block+"."+c.block, p.depth+1
	}
	c.written = c.text
	return c
}

// moduleInstances knows which instances of module calls there are: those that
// hold an object of any provider.
type moduleInstances struct {
	written  map[string]*modulePath   // by module_address as the plan writes it
	known    map[string]*modulePath   // by canonical address
	children map[string][]*modulePath // by canonical address of the call
	blocks   map[string]uint64        // by canonical address without keys
	last     struct {
		text raw
		path *modulePath
	}
}

func newModuleInstances() *moduleInstances {
	return &moduleInstances{
		written: map[string]*modulePath{"": nil}, known: map[string]*modulePath{}, children: map[string][]*modulePath{},
		blocks: map[string]uint64{},
	}
}

// addRaw is add for an address in JSON.
func (m *moduleInstances) addRaw(address raw) *modulePath {
	if len(address) > 0 && bytes.Equal(address, m.last.text) {
		return m.last.path // neighbours are mostly of one module
	}
	path := m.ofRaw(address)
	m.last.text, m.last.path = append(m.last.text[:0], address...), path
	return path
}

func (m *moduleInstances) ofRaw(address raw) *modulePath {
	if n := len(address); n >= 2 {
		if path, ok := m.written[string(address[1:n-1])]; ok && bytes.IndexByte(address, '\\') < 0 {
			return path
		}
	}
	return m.add(address.text())
}

// add takes note of a module address such as module.app["prod"].module.node[0],
// and of those above it.
func (m *moduleInstances) add(address string) *modulePath {
	if path, ok := m.written[address]; ok {
		return path
	}
	var path *modulePath
	parts := steps(address)
	for i := 0; i+1 < len(parts) && parts[i].name == "module" && i < 3*maxModuleDepth; i++ {
		i++
		call, key := parts[i].name, ""
		if i+1 < len(parts) && parts[i+1].key != "" {
			i++
			key = parts[i].key
		}
		path = m.child(path, call, key)
	}
	if path != nil && !path.spelled {
		path.written, path.spelled = address, true
	}
	m.written[address] = path
	return path
}

func (m *moduleInstances) child(parent *modulePath, call, key string) *modulePath {
	path := parent.child(call, key)
	if known := m.known[path.text]; known != nil {
		return known
	}
	if m.blocks[path.block] == 0 {
		m.blocks[path.block] = uint64(len(m.blocks) + 1)
	}
	path.number = m.blocks[path.block]
	m.known[path.text] = path
	of := parent.within("module." + call)
	m.children[of] = append(m.children[of], path)
	return path
}

// same is the one that stands for a module instance here; nil for the root module.
func (m *moduleInstances) same(path *modulePath) *modulePath {
	if path == nil || path.number > 0 {
		return path
	}
	if known := m.known[path.text]; known != nil {
		return known
	}
	return path
}

// of lists the instances of a call within a module instance, in the order of the file.
func (m *moduleInstances) of(path *modulePath, call string) []*modulePath {
	return m.children[path.within("module."+call)]
}
