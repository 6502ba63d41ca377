package tfplan

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// change reads one element of resource_changes. v is gone after the call.
func (rd *reader) change(v raw) {
	h := readHead(v)
	path := rd.modules.addRaw(h.module)
	if h.isData() {
		rd.deferred[withoutKey(canonical(h.address.text()))] = true
	}
	if !h.wanted() || !rd.addressed(h) {
		return
	}
	k, begun := rd.kindOf(h, path, h.change)
	if begun {
		rd.decodeChange(k, h.address.text(), h.change)
	}
	rd.newEntry(h, path, k)
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

func (rd *reader) decodeChange(k *kind, address string, v raw) {
	c := readChange(v)
	o := &k.object
	o.Actions = c.actions
	o.Ended = c.after.isNull() && !c.unknown.isTrue() && !slices.Contains(c.actions, "create")
	if !o.Ended {
		k.decode(rd, address, c.after, c.unknown, c.afterSensitive)
	}
	if o.Data || rd.opts.NoBefore || c.before.isNull() {
		return
	}
	if len(c.actions) == 1 && c.actions[0] == "no-op" && len(k.waiting) == 0 && k.attrs != nil {
		o.Values = cty.ObjectVal(k.attrs)
		o.Before = o.Values // as it was: no need to decode it again
		return
	}
	o.Before = rd.before(k, address, c.before, c.beforeSensitive)
}
