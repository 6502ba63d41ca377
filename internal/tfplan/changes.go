package tfplan

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// nextChange reads one element of resource_changes.
func (rd *reader) nextChange() error {
	if rd.again() {
		return nil
	}
	v, err := rd.lex.value()
	if err != nil {
		return err
	}
	return rd.change(v)
}

// change reads an element that is like none before, or not known to be.
func (rd *reader) change(v raw) error {
	h := readHead(v)
	if !h.isChange() {
		rd.notes.broken++
		return nil
	}
	path := rd.modules.addRaw(h.module)
	if h.isData() {
		rd.deferred[inventory.BlockOf(canonical(h.address.text()))] = true
	}
	if !h.wanted() || !rd.addressed(h) {
		return nil
	}
	k, begun := rd.kindOf(h, path, rd.sumOfChange(&h))
	if begun {
		if err := unique(v, ""); err != nil {
			return err
		}
		rd.decodeChange(k, h.address.text(), h.change)
	}
	rd.learn(k, v, begun)
	rd.newEntry(h, path, k)
	return nil
}

// isChange tells whether it has what every change has, of whatever provider.
func (h *head) isChange() bool {
	return h.typ.kind() == '"' && h.mode.kind() == '"' && h.change.kind() == '{'
}

// sumOfChange sums up what a change says that anything will ask for.
func (rd *reader) sumOfChange(h *head) (s sum) {
	p := rd.typePlan(h.typ.text()).fields
	rd.spans = append(rd.spans[:0], h.spans()...)
	for name, value := range h.change.fields() {
		switch string(name) {
		case "before", "before_sensitive":
			if rd.opts.NoBefore {
				rd.spans = append(rd.spans, span{value, passed})
				continue
			}
			fallthrough
		case "actions", "after_unknown", "after_sensitive":
			s = rd.hasher.with(rd.hasher.with(s, name), value)
		case "after":
			s = rd.sumOfValues(rd.hasher.with(s, name), h, p, value)
		default:
			rd.spans = append(rd.spans, span{value, passed})
		}
	}
	return s
}

// sumOfValues sums up an object without the values that nothing asks for, and
// without those that are to stand beside it, which go into the head.
func (rd *reader) sumOfValues(s sum, h *head, p *blockPlan, object raw) sum {
	if object.kind() != '{' {
		return rd.hasher.with(s, object)
	}
	next := 0
	for name, value := range object.fields() {
		s = rd.hasher.with(s, name)
		i, kept := p.find(name, next)
		if kept {
			next = i + 1
		}
		switch {
		case !kept && !value.isNull():
			rd.spans = append(rd.spans, span{value, valueHole})
		case kept && p.fields[i].beside && value.isScalar():
			rd.spans = append(rd.spans, span{value, besideHole})
			h.beside, h.names = append(h.beside, value), append(h.names, p.fields[i].name)
		default:
			s = rd.hasher.with(s, value)
		}
	}
	return s
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
