package tfplan

// modulePath is the address of a module instance: pairs of call and key.
type modulePath []moduleStep

type moduleStep struct {
	call string
	key  string // canonical, empty if the call has neither count nor for_each
}

// parseModulePath reads module.app["prod"].module.node[0].
func parseModulePath(address string) modulePath {
	var path modulePath
	parts := steps(address)
	for i := 0; i+1 < len(parts); i++ {
		if parts[i].name != "module" {
			break
		}
		i++
		s := moduleStep{call: parts[i].name}
		if i+1 < len(parts) && parts[i+1].key != "" {
			i++
			s.key = parts[i].key
		}
		path = append(path, s)
	}
	return path
}

// String is the canonical address.
func (p modulePath) String() string {
	s := ""
	for i, m := range p {
		if i > 0 {
			s += "."
		}
		s += "module." + m.call + m.key
	}
	return s
}

// child is the path of a module instance within this one.
func (p modulePath) child(call, key string) modulePath {
	return append(p[:len(p):len(p)], moduleStep{call, key})
}

// within is the address of something in the module instance.
func (p modulePath) within(address string) string {
	if len(p) == 0 {
		return address
	}
	return p.String() + "." + address
}

// moduleInstances knows which instances of module calls there are: those that
// hold an object of any provider.
type moduleInstances struct {
	seen     map[string]modulePath // by module_address as written
	children map[string][]moduleStep
	known    map[string]bool
}

func newModuleInstances() *moduleInstances {
	return &moduleInstances{seen: map[string]modulePath{"": nil}, children: map[string][]moduleStep{}, known: map[string]bool{}}
}

// add takes note of a module address, and of those above it.
func (m *moduleInstances) add(address string) modulePath {
	if path, ok := m.seen[address]; ok {
		return path
	}
	path := parseModulePath(address)
	m.seen[address] = path
	for i := range path {
		at := path[:i+1].String()
		if m.known[at] {
			continue
		}
		m.known[at] = true
		parent := path[:i].within("module." + path[i].call)
		m.children[parent] = append(m.children[parent], path[i])
	}
	return path
}

// of lists the instances of a call within a module instance, in the order of the file.
func (m *moduleInstances) of(path modulePath, call string) []modulePath {
	var out []modulePath
	for _, s := range m.children[path.within("module."+call)] {
		out = append(out, path.child(s.call, s.key))
	}
	return out
}
