package tfplan

// modulePath is a module instance; nil is the root module.
type modulePath struct {
	parent *modulePath
	call   string
	key    string // canonical, empty if the call has neither count nor for_each
	text   string // canonical address
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
	return &modulePath{parent: p, call: call, key: key, text: p.within("module." + call + key)}
}

// moduleInstances knows which instances of module calls there are: those that
// hold an object of any provider.
type moduleInstances struct {
	written  map[string]*modulePath   // by module_address as the plan writes it
	known    map[string]*modulePath   // by canonical address
	children map[string][]*modulePath // by canonical address of the call
}

func newModuleInstances() *moduleInstances {
	return &moduleInstances{
		written: map[string]*modulePath{"": nil}, known: map[string]*modulePath{}, children: map[string][]*modulePath{},
	}
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
	m.written[address] = path
	return path
}

func (m *moduleInstances) child(parent *modulePath, call, key string) *modulePath {
	path := parent.child(call, key)
	if known := m.known[path.text]; known != nil {
		return known
	}
	m.known[path.text] = path
	of := parent.within("module." + call)
	m.children[of] = append(m.children[of], path)
	return path
}

// of lists the instances of a call within a module instance, in the order of the file.
func (m *moduleInstances) of(path *modulePath, call string) []*modulePath {
	return m.children[path.within("module."+call)]
}
