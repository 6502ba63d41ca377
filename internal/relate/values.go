package relate

import (
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// values is what an instance holds at a path, made comparable: a text for what
// is known, an origin's key for what only apply knows.
type values struct {
	sure     keys // flagged: it rests on the rule of thumb
	maybe    keys
	derived  keys // of origins that the value was computed from
	anything bool // may hold anything besides
	literals bool // may hold known texts besides
	// ownUnknown is true for an identity that exists already for all we know:
	// configuration alone does not tell whether a literal id is this instance's.
	ownUnknown bool
	form       provider.Form   // what such an identity looks like
	folded     bool            // texts are in lower case: see joinIndex.folded
	visited    map[visited]int // with how many hops at least
	source
}

// source says where values are from.
type source struct {
	// assigned is true for an id that the provider gave a managed instance:
	// nobody writes it as a literal into the configuration that makes the instance.
	assigned bool
	input    int32
}

// visited is an origin that was followed.
type visited struct {
	address, attribute string
	certainty          inventory.Certainty
}

// visit notes that an origin is followed; false if that was done before:
// origins that refer to each other would be followed on all ways there are.
func (v *values) visit(o inventory.Origin, hops int) bool {
	k := visited{o.Address, o.Attribute, o.Certainty}
	before, ok := v.visited[k]
	if ok && before <= hops {
		return false
	}
	if v.visited == nil {
		v.visited = map[visited]int{}
	}
	v.visited[k] = hops
	return true
}

// maySee tells whether a literal that the input does not show may be among
// these values, where other is what the holder of the literal is compared with.
func (s source) maySee(other source) bool {
	return !(s.assigned || other.assigned) || s.input != other.input
}

func (v *values) empty() bool {
	return v.sure.len() == 0 && v.maybe.len() == 0 && v.derived.len() == 0 && !v.anything && !v.literals
}

// key is a known text, or an attribute of an instance that only apply knows.
type key struct {
	text      string // or the address of the instance
	attribute string
	input     int
	origin    bool
}

func textKey(text string) key { return key{text: text} }

// textKey is the key of a text among these values.
func (v *values) textKey(text string) key {
	if v.folded {
		text = strings.ToLower(text)
	}
	return textKey(text)
}

func (k key) isText() bool { return !k.origin }

func (v *values) text(s string, assumed bool) { v.add(v.textKey(s), assumed) }

// add keeps the surer of two ways to the same key.
func (v *values) add(k key, assumed bool) {
	if n := v.sure.find(k); n < 0 || v.sure.list[n].flag {
		v.sure.put(k, assumed)
	}
}
