package tfplan

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// change reads one element of resource_changes. v is gone after the call.
func (rd *reader) change(v raw) {
	h := readHead(v)
	module := h.module.text()
	rd.modules.add(module)
	data := h.mode.text() == "data"
	if data {
		rd.deferred[withoutKey(canonical(h.address.text()))] = true
	}
	if h.deposed || !data && h.mode.text() != "managed" || !isDigitalOcean(h.typ.text(), h.provider.text()) {
		return
	}
	e := rd.newEntry(h, module)
	if e == nil {
		return
	}
	rd.decodeChange(e, h.change)
	rd.keep(e)
}

// keep adds an entry, once per address.
func (rd *reader) keep(e *entry) {
	address := canonical(e.instance.Address)
	if rd.addresses[address] != nil {
		return
	}
	rd.addresses[address] = e
	rd.entries = append(rd.entries, e)
}

// change is the part of a resource change that says what happens.
type change struct {
	actions                                                 []string
	before, after, unknown, beforeSensitive, afterSensitive raw
}

func readChange(v raw) change {
	var c change
	for name, value := range v.fields() {
		switch string(name) {
		case "actions":
			for _, a := range value.elements() {
				c.actions = append(c.actions, action(a))
			}
		case "before":
			c.before = value
		case "after":
			c.after = value
		case "after_unknown":
			c.unknown = mirror(value)
		case "before_sensitive":
			c.beforeSensitive = mirror(value)
		case "after_sensitive":
			c.afterSensitive = mirror(value)
		}
	}
	return c
}

// action is one of Terraform's words, shared by all instances.
func action(v raw) string {
	for _, known := range [...]string{"no-op", "create", "read", "update", "delete", "forget"} {
		if len(v) == len(known)+2 && string(v[1:len(v)-1]) == known {
			return known
		}
	}
	return v.text()
}

func (rd *reader) decodeChange(e *entry, v raw) {
	c := readChange(v)
	i := e.instance
	i.Actions = c.actions
	i.Ended = c.after.isNull() && !c.unknown.isTrue() && !slices.Contains(c.actions, "create")
	if !i.Ended {
		e.decode(rd, c.after, c.unknown, c.afterSensitive)
	}
	if i.Data || rd.opts.NoBefore || c.before.isNull() {
		return
	}
	if len(c.actions) == 1 && c.actions[0] == "no-op" && len(e.waiting) == 0 && e.attrs != nil {
		i.Values = cty.ObjectVal(e.attrs)
		i.Before = i.Values // as it was: no need to decode it again
		return
	}
	i.Before = rd.before(e, c.before, c.beforeSensitive)
}
