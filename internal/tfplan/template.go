package tfplan

import (
	"bytes"
	"slices"
)

// template is the text of a resource change with holes where instances of one
// kind may differ. Most changes of a large plan are like the one before, or
// like what followed that the last time; to compare their bytes is an order of
// magnitude faster than to take them apart.
type template struct {
	kind  *kind
	parts [][]byte // what stands before, between and behind the holes
	holes []hole
	size  int
	next  *template // what came after this one the last time
}

// hole says what stands in it.
type hole uint8

const (
	passed     hole = iota // what nothing asks for
	valueHole              // the same, of an attribute that is not null
	besideHole             // see Options.Beside
	addressHole
	moduleHole
	indexHole
	previousHole
)

// span is a hole's place in the text of a change.
type span struct {
	value raw
	hole  hole
}

// spans are the holes of a head.
func (h *head) spans() []span {
	return []span{{h.address, addressHole}, {h.module, moduleHole}, {h.index, indexHole}, {h.previous, previousHole}, {h.reason, passed}}
}

// learn makes a template of a change whose kind is there for the second time:
// of many that are there once it would be a waste.
func (rd *reader) learn(k *kind, v raw, begun bool) {
	if begun || k.object.Data {
		return
	}
	if k.like == nil {
		k.like = newTemplate(k, v, rd.spans)
	}
	rd.follow(k.like)
}

// follow takes note of what comes after what.
func (rd *reader) follow(t *template) {
	if rd.last != nil && rd.last != t {
		rd.last.next = t
	}
	rd.last = t
}

func newTemplate(k *kind, v raw, spans []span) *template {
	text := v.clone()
	t := &template{kind: k, size: len(text)}
	spans = slices.DeleteFunc(slices.Clone(spans), func(s span) bool { return len(s.value) == 0 })
	slices.SortFunc(spans, func(a, b span) int { return offset(v, a.value) - offset(v, b.value) })
	done := 0
	for _, s := range spans {
		start := offset(v, s.value)
		t.parts, t.holes = append(t.parts, text[done:start]), append(t.holes, s.hole)
		done = start + len(s.value)
	}
	t.parts = append(t.parts, text[done:])
	return t
}

// offset is the index at which a part of a value begins. Both reach to the same
// end, as parts that are cut out of it do.
func offset(whole, part raw) int { return cap(whole) - cap(part) }

// again reads a change that is like the last one, or like what came after one
// like that. False: it has to be taken apart.
func (rd *reader) again() bool {
	if rd.last == nil {
		return false
	}
	if _, err := rd.lex.peek(); err != nil {
		return false
	}
	return rd.like(rd.last) || rd.last.next != nil && rd.like(rd.last.next)
}

func (rd *reader) like(t *template) bool {
	if len(rd.lex.rest()) < 2*t.size {
		_ = rd.lex.more() // what is wrong comes up again
	}
	h, n := t.match(&rd.lex.checker, rd.lex.rest())
	if n == 0 {
		return false
	}
	path := rd.modules.addRaw(h.module)
	if path.site() != t.kind.site || len(h.address) <= len(`""`) {
		return false
	}
	rd.newEntry(h, path, t.kind)
	rd.lex.at += n
	rd.follow(t)
	return true
}

// match compares a text that begins with a change; n is 0 where it differs.
// What stands in holes is checked, the rest is what was checked before.
func (t *template) match(c *checker, text []byte) (h head, n int) {
	i := 0
	for n, part := range t.parts {
		if !bytes.HasPrefix(text[i:], part) {
			return h, 0
		}
		if i += len(part); n == len(t.holes) {
			break
		}
		end := c.hole(text, i)
		if end == 0 || !t.holes[n].takes(text[i:end]) {
			return h, 0
		}
		h.fill(t.holes[n], raw(text[i:end]))
		i = end
	}
	return h, i
}

// hole returns where a value ends, 0 if it does not.
func (c *checker) hole(text []byte, i int) int {
	c.begin()
	if i < len(text) && text[i] == '"' {
		if end, out := c.str(text, i); out == whole {
			return end
		}
		return 0
	}
	if end, out := c.run(text, i); out == whole {
		return end
	}
	return 0
}

// takes tells whether a value is of those that may stand in a hole.
func (which hole) takes(v raw) bool {
	return which != valueHole && which != besideHole || !v.isNull() && (which == valueHole || v.isScalar())
}

func (h *head) fill(which hole, v raw) {
	switch which {
	case besideHole:
		h.beside = append(h.beside, v)
	case addressHole:
		h.address = v
	case moduleHole:
		h.module = v
	case indexHole:
		h.index = v
	case previousHole:
		h.previous = v
	}
}
