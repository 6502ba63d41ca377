package relate

import (
	"encoding/binary"
	"slices"
	"strings"
)

// textual is a text that an origin turned out to be.
type textual struct {
	text          string
	sure, assumed bool
}

// takeTexts takes the texts out of values, in order.
func (v *values) takeTexts() (out []textual) {
	for _, e := range v.sure.list {
		if e.isText() {
			out = append(out, textual{text: e.text, sure: true, assumed: e.flag})
		}
	}
	for _, e := range v.maybe.list {
		if e.isText() {
			out = append(out, textual{text: e.text})
		}
	}
	if out == nil {
		return nil
	}
	v.sure, v.maybe = v.sure.without(key.isText), v.maybe.without(key.isText)
	slices.SortFunc(out, func(a, b textual) int {
		if c := strings.Compare(a.text, b.text); c != 0 || a.sure == b.sure {
			return c
		}
		if a.sure {
			return -1
		}
		return 1
	})
	return out
}

// append writes what tells one text from another, of a join.
func (t textual) append(b []byte, join int) []byte {
	flags := byte(0)
	if t.sure {
		flags = 1
	}
	if t.assumed {
		flags |= 2
	}
	b = binary.AppendUvarint(append(b, flags, byte(join)), uint64(len(t.text)))
	return append(b, t.text...)
}

// into puts the text into values.
func (t textual) into(v *values) {
	if t.sure {
		v.text(t.text, t.assumed)
		return
	}
	v.maybe.put(textKey(t.text), true)
}

// clone copies what may be changed.
func (v *values) clone() values {
	out := *v
	out.sure, out.maybe, out.derived = v.sure.clone(), v.maybe.clone(), v.derived.clone()
	return out
}
