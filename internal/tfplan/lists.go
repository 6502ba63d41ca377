package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// zip decodes a list of which some elements are unknown. Where as many
// references lead to unknown attributes as elements are unknown, they are taken
// to stand in the same order; a function like reverse could break that, so
// that it is an assumption, unless there is just one.
func (s *site) zip(w waiting) (cty.Value, bool) {
	if s.missing || w.field.set || !w.field.typ.IsListType() || !w.field.typ.ElementType().IsPrimitiveType() {
		return cty.NilVal, false
	}
	e := s.from[0].expression(w.field.name)
	if e == nil {
		return cty.NilVal, false
	}
	t := w.field.typ.ElementType()
	c := newConsumer(s.entry.instance.Type, w.field.name, t)
	answers, ok := s.inOrder(e, c)
	count := 0
	for _, u := range w.unknown.elements() {
		if u.isTrue() {
			count++
		}
	}
	if !ok || count != len(answers) {
		return cty.NilVal, false
	}
	next := 0
	v, _ := decodeField(w.field, w.value, w.unknown, w.sensitive, elementSources{s, func(f *field, t cty.Type) cty.Value {
		a := answers[next]
		next++
		return s.value(t, c, a, f)
	}})
	return v, true
}

// inOrder resolves each reference on its own; false unless all are attributes
// that are yet unknown.
func (s *site) inOrder(e *expression, c consumer) ([]answer, bool) {
	limit := inventory.Sure
	if len(e.references) > 1 {
		limit = inventory.Assumed
	}
	var out []answer
	for i := range e.references {
		ref := &e.references[i]
		if !direct(ref) || ref.kind == refModule {
			return nil, false
		}
		var a answer
		a.merge(s.reference(ref, s.entry.scope(), c), limit)
		if s.allKnown(a) {
			continue
		}
		out = append(out, a)
	}
	return out, true
}

// allKnown tells whether the plan has every attribute that an answer names.
func (s *site) allKnown(a answer) bool {
	for o := range a.origins {
		e := s.instances.at(o.address)
		if e == nil {
			return false
		}
		if _, known := e.value(o.attribute); !known {
			return false
		}
	}
	return len(a.origins) > 0
}

// elementSources gives each unknown element its own origins.
type elementSources struct {
	*site
	element func(f *field, t cty.Type) cty.Value
}

func (s elementSources) unknown(f *field, t cty.Type) cty.Value { return s.element(f, t) }
