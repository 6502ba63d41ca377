package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// site is where unknown values stand: a resource instance or a block in it,
// with the blocks of the configuration that it may have come from.
type site struct {
	*resolver
	entry *entry
	path  string // of blocks, dotted; "" at the top
	from  []*blockSource
	// dynamic is true where the block may also come from a dynamic block,
	// which plan JSON does not show.
	dynamic bool
	// missing is true where the configuration does not have the resource.
	missing bool
}

// unknown implements sources.
func (s *site) unknown(f *field, t cty.Type) cty.Value {
	switch {
	case f.computed && !f.optional:
		return s.unset(f, t, true)
	case s.missing:
		return s.unset(f, t, false)
	}
	c := newConsumer(s.entry.instance.Type, f.name, t)
	if f.block != nil {
		return s.unknownBlocks(f, t)
	}
	written := s.expressions(f.name)
	switch {
	case len(written) == 0 && s.dynamic:
		return s.value(t, c, answer{lost: true}, f)
	case len(written) == 0:
		return s.unset(f, t, true)
	}
	alone := len(written) == 1 && len(s.from) == 1 && !s.dynamic
	if !alone || f.computed || written[0].usesEach {
		return s.resolve(f, t, c, written, alone)
	}
	// Instances of a block share the value, for there may be many with many origins.
	key := valueKey{written[0], s.entry.path.String(), f, t.Equals(f.typ), s.changes()}
	if known, ok := s.values[key]; ok {
		s.reached.join(known.reached)
		return known.value
	}
	before := s.reached
	s.reached = unreached()
	v := s.resolve(f, t, c, written, alone)
	s.values[key] = reachedValue{v, s.reached}
	s.reached.join(before)
	return v
}

// valueKey is what an unknown value depends on, where not on the instance.
type valueKey struct {
	expression     *expression
	path           string
	field          *field
	whole, changes bool
}

type reachedValue struct {
	value   cty.Value
	reached reach
}

func (s *site) resolve(f *field, t cty.Type, c consumer, written []*expression, alone bool) cty.Value {
	limit := inventory.Maybe // also for a part of an attribute: which one, nobody tells
	if alone && t.Equals(f.typ) {
		limit = inventory.Sure
	}
	var a answer
	for _, e := range written {
		a.merge(s.expression(e, s.entry.scope(), c), limit)
	}
	a.lost = a.lost || s.dynamic
	return s.value(t, c, a, f)
}

func (s *site) expressions(name string) []*expression {
	var out []*expression
	for _, b := range s.from {
		if e := b.expression(name); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// unknownBlocks is for blocks of which not even the number is known: made by a
// dynamic block, or filled in by the provider where there are none.
func (s *site) unknownBlocks(f *field, t cty.Type) cty.Value {
	for _, b := range s.from {
		if b.has(f.name) {
			return s.value(t, newConsumer(s.entry.instance.Type, f.name, t), answer{lost: true}, f)
		}
	}
	if f.computed {
		return s.unset(f, t, !s.dynamic)
	}
	return s.value(t, newConsumer(s.entry.instance.Type, f.name, t), answer{lost: true}, f)
}

// unset is the value of what the provider fills in: its own origin.
func (s *site) unset(f *field, t cty.Type, sure bool) cty.Value {
	if !f.computed {
		return inventory.Unknown(t, inventory.Anything)
	}
	if sure {
		return inventory.Unknown(t, s.self(f, inventory.Sure))
	}
	return inventory.Unknown(t, s.self(f, inventory.Maybe), inventory.Anything)
}

func (s *site) self(f *field, c inventory.Certainty) inventory.Origin {
	attribute := normal(s.entry.plan.name, f.name)
	if s.path != "" {
		attribute = s.path + "." + f.name
	}
	return inventory.Origin{Frame: inventory.Itself, Attribute: attribute, Certainty: c}
}

// value turns an answer into an unknown value with marks.
func (s *site) value(t cty.Type, c consumer, a answer, f *field) cty.Value {
	if v, ok := s.sole(t, c, a); ok {
		return v
	}
	if len(a.origins) == 0 && !a.lost && !a.anything {
		return s.unset(f, t, true) // everything it refers to is known or null
	}
	certain := a.certain()
	marks := cty.ValueMarks{}
	if c.collection || !certain || len(a.origins) > 1 {
		marks[inventory.Literals] = struct{}{}
	}
	if f.computed && !certain {
		marks[s.self(f, inventory.Maybe)] = struct{}{}
	}
	s.mark(marks, a, c)
	return cty.UnknownVal(t).WithMarks(marks)
}

// mark adds the origins of an answer.
func (s *site) mark(marks cty.ValueMarks, a answer, c consumer) {
	prune := s.changes()
	for o, certainty := range a.origins {
		if certainty == inventory.Maybe && prune && !s.reachable(o) {
			continue
		}
		marks[inventory.Origin{Address: o.address, Attribute: o.attribute, Certainty: certainty}] = struct{}{}
	}
	if !a.lost || a.anything {
		if a.anything {
			marks[inventory.Anything] = struct{}{}
		}
		return
	}
	possible, ok := s.possible()
	if !ok || !prune {
		marks[inventory.Anything] = struct{}{}
		return
	}
	for _, o := range possible {
		if _, surer := a.origins[origin{o.Address, o.Attribute, false}]; !surer && c.takes(typeOf(o.Address), o.Attribute) {
			marks[o] = struct{}{}
		}
	}
}

// changes tells whether relevant_attributes covers what this instance refers to.
func (s *site) changes() bool {
	for _, action := range s.entry.instance.Actions {
		if action != "no-op" && action != "read" {
			return true
		}
	}
	return false
}

// sole finds the value of a scalar that is known after all: the provider gives
// a tag's id its name, which the plan has.
func (s *site) sole(t cty.Type, c consumer, a answer) (cty.Value, bool) {
	if c.collection || !t.IsPrimitiveType() || !a.certain() || len(a.origins) != 1 {
		return cty.NilVal, false
	}
	for o := range a.origins {
		if e := s.instances.at(o.address); e != nil {
			if v, known := e.value(o.attribute); known && v != cty.NilVal && v.Type() == t {
				return v, true
			}
		}
	}
	return cty.NilVal, false
}

// inside implements sources: which source blocks each planned block may be.
func (s *site) inside(f *field, planned, unknown []raw) []sources {
	path := f.name
	if s.path != "" {
		path = s.path + "." + f.name
	}
	var from []*blockSource
	for _, b := range s.from {
		from = append(from, b.blocks(f.name)...)
	}
	uncertain := s.dynamic || len(s.from) > 1
	matches := match(f, planned, unknown, from, uncertain)
	out := make([]sources, len(planned))
	for i, m := range matches {
		out[i] = &site{resolver: s.resolver, entry: s.entry, path: path, from: m.from, dynamic: m.dynamic, missing: s.missing}
	}
	return out
}
