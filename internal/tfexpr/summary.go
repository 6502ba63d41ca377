package tfexpr

import (
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// maxOrigins bounds the marks on one value. Beyond it Anything stands for the rest.
const maxOrigins = 20_000

// summary gathers what the leaves of some values say together.
type summary struct {
	origins   map[inventory.Origin]bool
	anything  bool
	literals  bool
	sensitive bool
}

// add takes in a value with all that is inside it.
func (s *summary) add(v cty.Value) {
	if v.IsMarked() {
		inner, marks := v.Unmark()
		s.addMarks(marks, inner.IsKnown())
		v = inner
		if !v.IsKnown() {
			return
		}
	}
	switch {
	case !v.IsKnown():
		s.anything = true
	case v.IsNull():
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			_, element := it.Element()
			s.add(element)
		}
	default:
		s.literals = true
	}
}

func (s *summary) addMarks(marks cty.ValueMarks, known bool) {
	found := known
	for m := range marks {
		switch m := m.(type) {
		case inventory.Origin:
			found = true
			s.addOrigin(m)
		case *many:
			found = true
			s.add(m.element)
		default:
			s.sensitive = s.sensitive || m == inventory.Sensitive
		}
	}
	s.anything = s.anything || !found
}

func (s *summary) addOrigin(o inventory.Origin) {
	switch {
	case o == inventory.Anything:
		s.anything = true
	case o == inventory.Literals:
		s.literals = true
	case len(s.origins) >= maxOrigins:
		s.anything = true
	default:
		if s.origins == nil {
			s.origins = map[inventory.Origin]bool{}
		}
		s.origins[o] = true
	}
}

// mark puts what was gathered on an unknown value.
func (s *summary) mark(v cty.Value) cty.Value {
	marks := make(cty.ValueMarks, len(s.origins)+1)
	for o := range s.origins {
		marks[o] = struct{}{}
	}
	if s.anything || len(s.origins) == 0 {
		marks[inventory.Anything] = struct{}{}
	}
	if s.literals {
		marks[inventory.Literals] = struct{}{}
	}
	if s.sensitive {
		marks[inventory.Sensitive] = struct{}{}
	}
	return v.WithMarks(marks)
}

// become gives every origin a certainty; a lesser one stays.
func (s *summary) become(c inventory.Certainty) {
	out := make(map[inventory.Origin]bool, len(s.origins))
	for o := range s.origins {
		o.Certainty = max(o.Certainty, c)
		out[o] = true
	}
	s.origins = out
}

// derived marks the result of an operation on values: if unknown it comes from
// their origins, but is none of them.
func derived(result cty.Value, operands ...cty.Value) cty.Value {
	if plainScalars(result, operands) {
		return result
	}
	var s summary
	for _, v := range operands {
		s.add(v)
	}
	s.literals = false
	if whollyKnown(result) {
		return seal(result, s.sensitive)
	}
	s.become(inventory.Derived)
	s.anything = true
	if !result.IsKnown() {
		return s.mark(result)
	}
	return seal(markLeaves(result, &s), s.sensitive)
}

// markLeaves marks every unknown value inside a known one.
func markLeaves(v cty.Value, s *summary) cty.Value {
	return rebuild(v, func(leaf cty.Value) cty.Value {
		if leaf.IsKnown() {
			return leaf
		}
		leaf, _ = leaf.Unmark()
		return s.mark(leaf)
	})
}

// Derived marks the result of an operation on values that keeps no origin as it is.
func Derived(result cty.Value, operands ...cty.Value) cty.Value { return derived(result, operands...) }

// plainScalars tells of the common case in which there is nothing to mark.
func plainScalars(result cty.Value, operands []cty.Value) bool {
	if !result.IsKnown() || !result.IsNull() && !result.Type().IsPrimitiveType() {
		return false
	}
	for _, v := range operands {
		if v.IsMarked() || !v.IsKnown() || !v.IsNull() && !v.Type().IsPrimitiveType() {
			return false
		}
	}
	return true
}

// HasOrigin returns a function that tells whether an origin is anywhere within a value.
func HasOrigin(v cty.Value) func(inventory.Origin) bool {
	var s summary
	s.add(v)
	return func(o inventory.Origin) bool { return s.origins[o] }
}
