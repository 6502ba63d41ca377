package tfplan

import (
	"bytes"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// entry is an instance that is being read: what is known has been decoded,
// what is unknown waits for the configuration.
type entry struct {
	*kind
	instance *inventory.Instance
	path     *modulePath
	key      string // canonical key of the instance
}

// scope is where the expressions of the instance stand.
func (e *entry) scope() scope {
	s := scope{module: e.module, path: e.path, key: e.key, own: true}
	if e.config != nil {
		s.each = e.config.each
	}
	return s
}

// head is what a resource change or state object says of itself.
type head struct {
	address, module, mode, typ, name, provider, previous, index, reason, change raw
	values, sensitive                                                           raw
	deposed                                                                     bool
	beside                                                                      []raw // see Options.Beside
	names                                                                       []string
}

func readHead(v raw) head {
	var h head
	for name, value := range v.fields() {
		switch string(name) {
		case "address":
			h.address = value
		case "module_address":
			h.module = value
		case "mode":
			h.mode = value
		case "type":
			h.typ = value
		case "name":
			h.name = value
		case "index":
			h.index = value
		case "provider_name":
			h.provider = value
		case "previous_address":
			h.previous = value
		case "action_reason":
			h.reason = value
		case "change":
			h.change = value
		case "values":
			h.values = value
		case "sensitive_values":
			h.sensitive = value
		case "deposed", "deposed_key":
			h.deposed = true
		}
	}
	return h
}

func (h *head) isData() bool { return string(h.mode) == `"data"` }

// wanted tells whether it is an object of DigitalOcean that is or will be.
func (h *head) wanted() bool {
	return !h.deposed && (h.isData() || string(h.mode) == `"managed"`) && bytes.HasPrefix(h.typ, []byte(`"digitalocean_`)) &&
		isDigitalOcean(h.typ.text(), h.provider.text())
}

// newEntry makes an instance of a kind, or returns nil where the head is of no
// use or the address is there already.
func (rd *reader) newEntry(h head, path *modulePath, k *kind) *entry {
	address := h.address.text()
	of := blockOf(address, path.address(), k.local)
	key := keyOf(address[len(of):], h.index)
	b := rd.instances.of(path, k.local)
	if b.find(key) != nil {
		return nil
	}
	if !k.plan.known && !k.object.Data {
		rd.notes.unknownType(k.object.Type)
	}
	i, e := rd.allocate()
	*i = inventory.Instance{
		Address: address, Module: path.address(), Block: of,
		PreviousAddress: h.previous.text(), Object: &k.object, Beside: scalarTexts(h.beside),
	}
	*e = entry{kind: k, instance: i, path: path, key: key}
	b.add(e)
	rd.entries = append(rd.entries, e)
	return e
}

// scalarTexts are scalars as texts.
func scalarTexts(scalars []raw) []string {
	if len(scalars) == 0 {
		return nil
	}
	out := make([]string, len(scalars))
	for i, v := range scalars {
		out[i] = scalarText(v)
	}
	return out
}

// allocate hands out instances from blocks of many. What only the reader needs
// stands in other blocks, for the instances outlive it.
func (rd *reader) allocate() (*inventory.Instance, *entry) {
	if len(rd.freeInstances) == 0 {
		rd.freeInstances, rd.freeEntries = make([]inventory.Instance, 256), make([]entry, 256)
	}
	i, e := &rd.freeInstances[0], &rd.freeEntries[0]
	rd.freeInstances, rd.freeEntries = rd.freeInstances[1:], rd.freeEntries[1:]
	return i, e
}

// blockOf is the block's address, as a part of the instance's where it is one.
func blockOf(address, module, local string) string {
	start := 0
	if module != "" {
		start = len(module) + 1
	}
	if len(address) >= start && strings.HasPrefix(address, module) && strings.HasPrefix(address[start:], local) {
		return address[:start+len(local)]
	}
	return inventory.BlockOf(address)
}

// keyOf is the canonical key; written is what follows the block in the address.
func keyOf(written string, index raw) string {
	n := len(index)
	if n > 0 && index[0] != 'n' && len(written) == n+2 && written[1:n+1] == string(index) && (index[0] != '"' || plain(written[2:n])) {
		return written
	}
	return indexKey(index)
}

// addressed tells whether an object has an address.
func (rd *reader) addressed(h head) bool {
	address, ok := h.address.str()
	if !ok || address == "" {
		rd.notes.add("Object without address", "An object of the plan has no address; it was left aside.")
	}
	return ok && address != ""
}

// decode takes the values in. What has something unknown in it is kept as it
// is. address is of the first instance of the kind.
func (k *kind) decode(rd *reader, address string, v, unknown, sensitive raw) {
	p := k.plan.fields
	values, unknowns, sensitives := p.pick(v), p.pick(unknown), p.pick(sensitive)
	k.attrs = make(map[string]cty.Value, len(p.fields))
	k.noteLeft(v, unknown)
	for i, f := range p.fields {
		if f.beside && slices.Contains(k.object.Beside, f.name) {
			k.attrs[f.name] = inventory.Unknown(f.typ, inventory.Anything)
			continue
		}
		value, u, s := at(values, i), part(unknown, unknowns, i), part(sensitive, sensitives, i)
		if u != nil {
			k.waiting = append(k.waiting, waiting{f, value.clone(), u.clone(), s.clone()})
			continue
		}
		if value == nil && k.object.Data {
			// The data source does not have what the resource has.
			k.attrs[f.name] = inventory.Unknown(f.typ, inventory.Anything)
			continue
		}
		k.attrs[f.name] = rd.known(k, address, f, value, s)
	}
}

// noteLeft takes note of what is known of attributes that are left out.
func (k *kind) noteLeft(v, unknown raw) {
	for name, value := range v.fields() {
		if k.plan.left[string(name)] && !value.isNull() {
			k.told[string(name)] = true
		}
	}
	for name, value := range unknown.fields() {
		if k.plan.left[string(name)] && mirror(value) != nil {
			k.dark[string(name)] = true
		}
	}
}

func (rd *reader) known(k *kind, address string, f *field, value, sensitive raw) cty.Value {
	out, ok := decodeField(f, value, nil, sensitive, nil)
	if !ok {
		rd.notes.misfit(k.object.Type+"."+f.name, address)
	}
	return out
}

// before decodes values of which all are known.
func (rd *reader) before(k *kind, address string, v, sensitive raw) cty.Value {
	p := k.plan.fields
	values, sensitives := p.pick(v), p.pick(sensitive)
	out := make(map[string]cty.Value, len(p.fields))
	for i, f := range p.fields {
		out[f.name] = rd.known(k, address, f, at(values, i), part(sensitive, sensitives, i))
	}
	return cty.ObjectVal(out)
}

// value is an attribute of the instance if it is known and not null. The
// attribute that the provider also gives it the value of counts. Of one that
// is left out or beside, the value is cty.NilVal.
func (e *entry) value(attribute string) (cty.Value, bool) {
	if _, beside := e.instance.Text(attribute); beside || e.told[attribute] && !e.dark[attribute] {
		return cty.NilVal, true
	}
	return e.kind.value(attribute)
}

func (k *kind) value(attribute string) (cty.Value, bool) {
	v, ok := k.attrs[attribute]
	if !ok {
		if same := provider.Identity(k.object.Type, attribute); same != "" {
			v, ok = k.attrs[same]
		}
	}
	if !ok {
		return cty.NilVal, false
	}
	bare, _ := v.Unmark()
	return v, bare.IsKnown() && !bare.IsNull()
}
