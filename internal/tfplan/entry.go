package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// entry is an instance that is being read: what is known has been decoded,
// what is unknown waits for the configuration.
type entry struct {
	instance *inventory.Instance
	plan     *typePlan
	path     *modulePath
	key      string // canonical key of the instance
	attrs    map[string]cty.Value
	waiting  []waiting
	config   *resourceConfig
	scope    scope
}

// waiting is an attribute or block with something unknown in it.
type waiting struct {
	field                     *field
	value, unknown, sensitive raw
}

// head is what a resource change or state object says of itself.
type head struct {
	address, module, mode, typ, name, provider, previous, index, change raw
	values, sensitive                                                   raw
	deposed                                                             bool
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

// newEntry begins an instance, or returns nil where the head is of no use.
func (rd *reader) newEntry(h head, module string) *entry {
	address, ok := h.address.str()
	if !ok || address == "" {
		rd.notes.add("Object without address", "An object of the plan has no address; it was left aside.")
		return nil
	}
	e := &entry{
		plan: rd.typePlan(h.typ.text()),
		path: rd.modules.add(module),
		key:  indexKey(h.index),
		instance: &inventory.Instance{
			Address: address, Module: module, Type: h.typ.text(), Name: h.name.text(),
			Data: h.mode.text() == "data", PreviousAddress: h.previous.text(),
		},
	}
	local := e.instance.Type + "." + e.instance.Name
	if e.instance.Data {
		local = "data." + local
	}
	e.instance.Block = local
	if module != "" {
		e.instance.Block = module + "." + local
	}
	if !e.plan.known && !e.instance.Data {
		rd.notes.unknownType(e.instance.Type)
	}
	return e
}

// decode takes the values in. What has something unknown in it is kept as it is.
func (e *entry) decode(rd *reader, v, unknown, sensitive raw) {
	p := e.plan.fields
	values, unknowns, sensitives := p.pick(v), p.pick(unknown), p.pick(sensitive)
	e.attrs = make(map[string]cty.Value, len(p.fields))
	for i, f := range p.fields {
		value, u, s := at(values, i), part(unknown, unknowns, i), part(sensitive, sensitives, i)
		if u != nil {
			e.waiting = append(e.waiting, waiting{f, value.clone(), u.clone(), s.clone()})
			continue
		}
		if value == nil && e.instance.Data {
			// The data source does not have what the resource has.
			e.attrs[f.name] = inventory.Unknown(f.typ, inventory.Anything)
			continue
		}
		e.attrs[f.name] = rd.known(e, f, value, s)
	}
}

func (rd *reader) known(e *entry, f *field, value, sensitive raw) cty.Value {
	out, ok := decodeField(f, value, nil, sensitive, nil)
	if !ok {
		rd.notes.misfit(e.instance.Type+"."+f.name, e.instance.Address)
	}
	return out
}

// before decodes values of which all are known.
func (rd *reader) before(e *entry, v, sensitive raw) cty.Value {
	p := e.plan.fields
	values, sensitives := p.pick(v), p.pick(sensitive)
	out := make(map[string]cty.Value, len(p.fields))
	for i, f := range p.fields {
		out[f.name] = rd.known(e, f, at(values, i), part(sensitive, sensitives, i))
	}
	return cty.ObjectVal(out)
}

// value is an attribute of the instance if it is known and not null. The
// attribute that the provider also gives it the value of counts.
func (e *entry) value(attribute string) (cty.Value, bool) {
	v, ok := e.attrs[attribute]
	if !ok {
		if same := provider.Identity(e.instance.Type, attribute); same != "" {
			v, ok = e.attrs[same]
		}
	}
	if !ok {
		return cty.NilVal, false
	}
	bare, _ := v.Unmark()
	return v, bare.IsKnown() && !bare.IsNull()
}
