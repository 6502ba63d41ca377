package tfplan

import (
	"slices"
	"strings"
)

// origins of one planned block.
type blockMatch struct {
	from    []*blockSource
	dynamic bool
}

// match finds for each planned block the source blocks that it may be. Planned
// sets are in the order of hashes, not of the source, so that only what a block
// holds tells; lists keep their order.
func match(f *field, planned, unknown []raw, source []*blockSource, uncertain bool) []blockMatch {
	out := make([]blockMatch, len(planned))
	ordered := !f.set && len(planned) == len(source) && !uncertain
	for i, p := range planned {
		u := mirror(at(unknown, i))
		m := &out[i]
		for n, b := range source {
			if (!ordered || n == i) && f.block.fitsSource(p, u, b) {
				m.from = append(m.from, b)
			}
		}
		if len(m.from) == 0 {
			// A dynamic block, or the provider rewrote what the source says.
			m.from, m.dynamic = slices.Clone(source), true
			continue
		}
		m.dynamic = uncertain || len(planned) > len(source)
	}
	return out
}

// fitsSource tells whether a planned block may be what a source block became.
func (p *blockPlan) fitsSource(planned, unknown raw, b *blockSource) bool {
	values, unknowns := p.pick(planned), p.pick(unknown)
	for i, f := range p.fields {
		if f.block != nil {
			continue
		}
		u := part(unknown, unknowns, i)
		e := b.expression(f.name)
		switch {
		case e == nil && u != nil:
			if !f.computed {
				return false
			}
		case e == nil:
			if !f.computed && !isZero(f, at(values, i)) {
				return false
			}
		case e.constant != nil:
			if u != nil && !f.computed || u == nil && !sameValue(f, at(values, i), e.constant) {
				return false
			}
		}
	}
	return true
}

// isZero tells whether a value may be what the provider makes of nothing.
func isZero(f *field, v raw) bool {
	switch v.kind() {
	case 0, 'n', 'f':
		return true
	case '"':
		return len(v) == 2 || f.hasDefault(v)
	case '[', '{':
		for range v.elements() {
			return false
		}
		for range v.fields() {
			return false
		}
		return true
	}
	return string(v) == "0" || f.hasDefault(v)
}

func (f *field) hasDefault(v raw) bool {
	return f.fallback.IsKnown() && f.fallback.Type().IsPrimitiveType() && !f.fallback.IsNull() &&
		sameText(scalarText(v), valueText(f.fallback))
}

// sameValue compares a planned value with a constant of the configuration, by
// text, and sets without order. Providers may change the case of texts.
func sameValue(f *field, planned, constant raw) bool {
	if constant.isNull() {
		return isZero(f, planned)
	}
	if planned.kind() != '[' || constant.kind() != '[' {
		return planned.kind() == '{' || constant.kind() == '{' || sameText(scalarText(planned), scalarText(constant))
	}
	a, b := texts(planned), texts(constant)
	if f.set {
		slices.Sort(a)
		slices.Sort(b)
		a, b = slices.Compact(a), slices.Compact(b)
	}
	return slices.EqualFunc(a, b, sameText)
}

func texts(list raw) []string {
	var out []string
	for _, e := range list.elements() {
		out = append(out, strings.ToLower(scalarText(e)))
	}
	return out
}

func sameText(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

func scalarText(v raw) string {
	if s, ok := v.str(); ok {
		return s
	}
	if v.isNull() {
		return ""
	}
	return string(v)
}
