package tfplan

// moduleConfig is one module of the configuration, for all its instances.
type moduleConfig struct {
	address   string // without keys: module.app.module.node; "" for the root
	parent    *moduleConfig
	resources map[string]*resourceConfig // by "type.name" or "data.type.name"
	order     []*resourceConfig
	calls     map[string]*callConfig
	callOrder []*callConfig
	outputs   map[string]*expression
	outputsIn []string // names in the order of the file
	variables raw
}

// resourceConfig is a resource or data block.
type resourceConfig struct {
	address string // in its module
	typ     string
	data    bool
	body    *blockSource
	each    *expression // for_each, nil if there is none or it has no references

	configured map[string]map[string]bool // Instance.Configured by the dynamic blocks
}

// callConfig is a module block.
type callConfig struct {
	name, source, version string
	body                  *blockSource
	each                  *expression
	module                *moduleConfig
}

// blockSource is the expressions of a block. They are parsed when asked for.
type blockSource struct {
	fields map[string]raw
	parsed map[string]*expression
	nested map[string][]*blockSource
}

// expression is what Terraform tells of one: a constant, or references.
type expression struct {
	constant   raw // nil if it is none
	references []reference
	usesEach   bool // it depends on the instance that it is evaluated for
}

// maxModuleDepth is far beyond what any configuration has.
const maxModuleDepth = 200

func parseModule(v raw, address string, parent *moduleConfig, depth int) *moduleConfig {
	m := &moduleConfig{
		address: address, parent: parent, variables: v.get("variables"),
		resources: map[string]*resourceConfig{}, calls: map[string]*callConfig{}, outputs: map[string]*expression{},
	}
	for _, r := range v.get("resources").elements() {
		m.resource(r)
	}
	for name, o := range v.get("outputs").fields() {
		m.outputs[string(name)] = parseExpression(o.get("expression"))
		m.outputsIn = append(m.outputsIn, string(name))
	}
	if depth >= maxModuleDepth {
		return m
	}
	for name, c := range v.get("module_calls").fields() {
		m.call(string(name), c, depth)
	}
	return m
}

func (m *moduleConfig) resource(v raw) {
	r := &resourceConfig{configured: map[string]map[string]bool{}}
	name := ""
	for key, value := range v.fields() {
		switch string(key) {
		case "mode":
			r.data = value.text() == "data"
		case "type":
			r.typ = value.text()
		case "name":
			name = value.text()
		case "expressions":
			r.body = newBlockSource(value)
		case "for_each_expression":
			r.each = parseExpression(value)
		}
	}
	if r.body == nil {
		r.body = newBlockSource(nil)
	}
	r.address = r.typ + "." + name
	if r.data {
		r.address = "data." + r.address
	}
	m.resources[r.address] = r
	m.order = append(m.order, r)
}

func (m *moduleConfig) call(name string, v raw, depth int) {
	c := &callConfig{name: name}
	address := "module." + name
	if m.address != "" {
		address = m.address + "." + address
	}
	for key, value := range v.fields() {
		switch string(key) {
		case "source":
			c.source = value.text()
		case "version_constraint":
			c.version = value.text()
		case "expressions":
			c.body = newBlockSource(value)
		case "for_each_expression":
			c.each = parseExpression(value)
		case "module":
			c.module = parseModule(value, address, m, depth+1)
		}
	}
	if c.body == nil {
		c.body = newBlockSource(nil)
	}
	m.calls[name] = c
	m.callOrder = append(m.callOrder, c)
}

func newBlockSource(v raw) *blockSource {
	b := &blockSource{fields: map[string]raw{}, parsed: map[string]*expression{}, nested: map[string][]*blockSource{}}
	for name, value := range v.fields() {
		b.fields[string(name)] = value
	}
	return b
}

// has tells whether the configuration writes the attribute or block.
func (b *blockSource) has(name string) bool {
	_, ok := b.fields[name]
	return ok
}

// expression returns that of an attribute, nil if it is not written.
func (b *blockSource) expression(name string) *expression {
	if e, ok := b.parsed[name]; ok {
		return e
	}
	v, ok := b.fields[name]
	if !ok {
		return nil
	}
	e := parseExpression(v)
	b.parsed[name] = e
	return e
}

// blocks returns the nested blocks of a name, in the order of the source.
func (b *blockSource) blocks(name string) []*blockSource {
	if out, ok := b.nested[name]; ok {
		return out
	}
	var out []*blockSource
	switch v := b.fields[name]; v.kind() {
	case '[':
		for _, element := range v.elements() {
			out = append(out, newBlockSource(element))
		}
	case '{':
		out = append(out, newBlockSource(v))
	}
	b.nested[name] = out
	return out
}

func parseExpression(v raw) *expression {
	e := &expression{}
	for name, value := range v.fields() {
		switch string(name) {
		case "constant_value":
			e.constant = value
		case "references":
			e.references = parseReferences(value)
			for i := range e.references {
				e.usesEach = e.usesEach || e.references[i].kind == refEachValue
			}
		}
	}
	return e
}

// walk visits every block of the module and of those that it calls.
func (m *moduleConfig) walk(visit func(m *moduleConfig, r *resourceConfig)) {
	for _, r := range m.order {
		visit(m, r)
	}
	for _, c := range m.callOrder {
		if c.module != nil {
			c.module.walk(visit)
		}
	}
}

// within is an address in the module, without keys.
func (m *moduleConfig) within(address string) string {
	if m.address == "" {
		return address
	}
	return m.address + "." + address
}
