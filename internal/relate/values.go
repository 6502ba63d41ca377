package relate

import "strings"

// values is what an instance holds at a path, made comparable: a text for what
// is known, an origin's key for what only apply knows.
type values struct {
	sure     keys
	maybe    keys
	derived  keys // of origins that the value was computed from
	anything bool // may hold anything besides
	literals bool // may hold known texts besides
	// ownUnknown is true for an identity that exists already for all we know:
	// configuration alone does not tell whether a literal id is this instance's.
	ownUnknown bool
	// assigned is true for an id that the provider gave a managed instance:
	// nobody writes it as a literal into the configuration that makes the instance.
	assigned bool
	input    int
}

// maySee tells whether a literal that the input does not show may be among
// these values, where other is what the holder of the literal is compared with.
func (v *values) maySee(other *values) bool {
	return !(v.assigned || other.assigned) || v.input != other.input
}

func (v *values) empty() bool {
	return len(v.sure.list) == 0 && len(v.maybe.list) == 0 && len(v.derived.list) == 0 && !v.anything && !v.literals
}

func (v *values) text(s string, assumed bool) { v.sure.add(textKey(s), assumed) }

// join adds what more holds.
func (v *values) join(more *values) {
	for _, k := range more.sure.list {
		v.sure.add(k.key, k.assumed)
	}
	for _, k := range more.maybe.list {
		v.maybe.add(k.key, false)
	}
	for _, k := range more.derived.list {
		v.derived.add(k.key, false)
	}
	v.anything, v.literals, v.ownUnknown = v.anything || more.anything, v.literals || more.literals, v.ownUnknown || more.ownUnknown
}

func path(steps []string) string { return strings.Join(steps, ".") }
