package relate

import (
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// joinIndex has the To sides of one join by the keys that they hold.
type joinIndex struct {
	join     catalogue.Join
	targets  []*target
	sure     map[string][]holder
	maybe    map[string][]int // indexes of instances
	anything []int
	literals []*target
	texts    []*target // with some known text: what a literal identity might equal
	own      []int     // with an identity of their own that a literal might equal
}

// target is one To side, kept whole where texts must be searched.
type target struct {
	index  int
	values values
}

type holder struct {
	index   int
	assumed bool
}

// index reads the To sides of all joins of a relation.
func (g *Graph) index(r *catalogue.Relation) []joinIndex {
	joins := make([]joinIndex, len(r.Joins))
	for n, join := range r.Joins {
		j := &joins[n]
		j.join, j.sure, j.maybe = join, map[string][]holder{}, map[string][]int{}
		for _, t := range r.To {
			for _, i := range g.byType[t] {
				j.add(i, g.resolver.collect(g.inventory.Instances[i], join.To))
			}
		}
	}
	return joins
}

func (j *joinIndex) add(i int, v values) {
	if v.empty() {
		return
	}
	t := &target{i, v}
	j.targets = append(j.targets, t)
	hasText := false
	for key, assumed := range v.sure {
		j.sure[key] = append(j.sure[key], holder{i, assumed})
		hasText = hasText || strings.HasPrefix(key, textKey)
	}
	for key := range v.maybe {
		j.maybe[key] = append(j.maybe[key], i)
	}
	if v.anything {
		j.anything = append(j.anything, i)
	}
	if v.literals {
		j.literals = append(j.literals, t)
	}
	if v.ownUnknown {
		j.own = append(j.own, i)
	}
	if hasText {
		j.texts = append(j.texts, t)
	}
}

// matchEqual reports every To side that shares a key with the From side, and
// those that may.
func (j *joinIndex) matchEqual(from values, add func(to int, possible, assumed bool)) {
	if from.empty() {
		return
	}
	possibly := func(to []int) {
		for _, i := range to {
			add(i, true, false)
		}
	}
	hidden := func(to []*target) { // linked by a literal that is not shown
		for _, t := range to {
			if from.maySee(&t.values) {
				add(t.index, true, false)
			}
		}
	}
	for key, assumed := range from.sure {
		for _, h := range j.sure[key] {
			add(h.index, false, assumed || h.assumed)
		}
		possibly(j.maybe[key])
		if strings.HasPrefix(key, textKey) {
			hidden(j.literals)
			possibly(j.own)
		}
	}
	for key := range from.maybe {
		for _, h := range j.sure[key] {
			add(h.index, true, false)
		}
		possibly(j.maybe[key])
	}
	possibly(j.anything)
	if from.ownUnknown { // a literal that is shown may be this id
		for _, t := range j.texts {
			add(t.index, true, false)
		}
	}
	if from.literals {
		hidden(j.texts)
	}
	if from.anything {
		for _, t := range j.targets {
			add(t.index, true, false)
		}
	}
}

// matchText reports every To side whose text has the From side in it. A text
// computed from a value has that in it, and nothing of other instances.
func (j *joinIndex) matchText(from values, add func(to int, possible, assumed bool)) {
	for _, t := range j.targets {
		switch {
		case t.values.holds(from):
			add(t.index, false, false)
		case t.values.mayHold(from):
			add(t.index, true, false)
		case len(t.values.derived) == 0 && (t.values.anything || from.anything && !from.empty()):
			add(t.index, true, false)
		}
	}
}

// mayHold tells whether the text may be the part, or be made of it.
func (v *values) mayHold(part values) bool {
	for key := range part.sure {
		if v.maybe[key] || strings.HasPrefix(key, textKey) && v.literals && v.maySee(&part) {
			return true
		}
	}
	for key := range part.maybe {
		if _, ok := v.sure[key]; ok || v.derived[key] || v.maybe[key] {
			return true
		}
	}
	return false
}

func (v *values) holds(part values) bool {
	for key := range part.sure {
		if _, ok := v.sure[key]; ok || v.derived[key] {
			return true
		}
		if !strings.HasPrefix(key, textKey) {
			continue
		}
		for text := range v.sure {
			if strings.HasPrefix(text, textKey) && appears(key[len(textKey):], text[len(textKey):]) {
				return true
			}
		}
	}
	return false
}

// appears tells whether a text has a part that stands by itself in it: 10.0.0.1
// is in http://10.0.0.1:80 and not in http://10.0.0.10.
func appears(part, text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], part)
		if i < 0 || part == "" {
			return false
		}
		start, end := from+i, from+i+len(part)
		if (start == 0 || !ofName(text[start-1])) && (end == len(text) || !ofName(text[end])) {
			return true
		}
		from = start + 1
	}
}

// ofName tells whether a character may be inside a label of a host name.
func ofName(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
