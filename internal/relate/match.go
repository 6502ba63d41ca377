package relate

import (
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
)

// joinIndex has the To sides of one join by the keys that they hold.
type joinIndex struct {
	via      string // the To path
	join     catalogue.Join
	folded   bool     // texts are compared without regard to case
	all      []int    // indexes of all instances with a value
	targets  []target // the same where texts must be searched
	sure     map[key][]holder
	maybe    map[key][]int // indexes of instances
	anything []int
	literals []hider
	texts    []hider // with some known text: what a hidden literal might equal
	// own are the indexes of those with an identity of their own that a literal
	// might equal, by what it looks like.
	own map[provider.Form][]int
	// fitting are those with a known text that an identity of the From side might
	// be, or have in it.
	fitting map[provider.Form][]int
}

// hider is a To side that a literal which is not shown may link.
type hider struct {
	index int32
	source
}

// target is one To side as a whole.
type target struct {
	index  int
	values values
	// standIn: it stands for none, one or many, so that a known value in it may
	// be nobody's. What it refers to itself is as sure as its being there.
	standIn bool
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
		*j = newJoinIndex(join, r.From, r.To)
		for _, t := range r.To {
			for _, i := range g.byType[t] {
				v, _ := g.resolver.collect(g.inventory.Instances[i], join.To, whole, j.folded)
				j.add(i, v, g.inventory.Instances[i].StandIn)
			}
		}
	}
	return joins
}

func newJoinIndex(join catalogue.Join, from, to []string) joinIndex {
	j := joinIndex{
		join: join, via: strings.Join(join.To, "."), sure: map[key][]holder{}, maybe: map[key][]int{},
		own: map[provider.Form][]int{}, fitting: map[provider.Form][]int{},
	}
	for _, t := range from {
		if form := formAt(t, join.From); !join.Contains || form.IsAddress() {
			j.fitting[form] = nil
		}
		j.folded = j.folded || provider.FoldsCase(t, join.From)
	}
	for _, t := range to {
		j.folded = j.folded || provider.FoldsCase(t, join.To)
	}
	return j
}

// formAt is what the values at a path look like that the provider assigns.
func formAt(resourceType string, path []string) provider.Form {
	if len(path) > 1 {
		return provider.AnyForm
	}
	return provider.FormOf(resourceType, path[0])
}

func (j *joinIndex) add(i int, v values, standIn bool) {
	if v.empty() {
		return
	}
	j.all = append(j.all, i)
	if j.join.Contains { // else the keys are in the index
		j.targets = append(j.targets, target{i, v, standIn})
	}
	hasText := false
	for _, e := range v.sure.list {
		hasText = hasText || e.isText()
		if standIn && e.isText() {
			j.maybe[e.key] = append(j.maybe[e.key], i)
			continue
		}
		j.sure[e.key] = append(j.sure[e.key], holder{i, e.flag})
	}
	for _, e := range v.maybe.list {
		j.maybe[e.key] = append(j.maybe[e.key], i)
	}
	if v.anything {
		j.anything = append(j.anything, i)
	}
	if v.literals {
		j.literals = append(j.literals, hider{int32(i), v.source})
	}
	if v.ownUnknown {
		j.own[v.form] = append(j.own[v.form], i)
	}
	if hasText {
		j.texts = append(j.texts, hider{int32(i), v.source})
		j.fit(i, v)
	}
}

// fit notes for which identities of the From side a text may stand.
func (j *joinIndex) fit(i int, v values) {
	for form := range j.fitting {
		if slices.ContainsFunc(v.sure.list, func(e keyed) bool { return e.isText() && j.mayBe(form, e.text) }) {
			j.fitting[form] = append(j.fitting[form], i)
		}
	}
}

// mayBe tells whether what looks so may be the text, or stand in it.
func (j *joinIndex) mayBe(form provider.Form, text string) bool {
	return form.Fits(text) || j.join.Contains && form.Within(text)
}

// match reports every To side that is linked to a From side, or may be. empty
// says to go on though the From side holds nothing.
func (j *joinIndex) match(from *values, empty bool, add *adder) {
	switch {
	case j.join.Contains:
		j.matchText(from, add)
	case empty || !from.empty():
		j.matchKeys(from, add)
		j.matchOpen(from, add)
	}
}

// matchKeys reports every To side that shares a key with the From side, and
// those that may.
func (j *joinIndex) matchKeys(from *values, add *adder) {
	for _, e := range from.sure.list {
		k := e.key
		for _, h := range j.sure[k] {
			add.by(k, h.index, false, e.flag || h.assumed)
		}
		add.possiblyBy(k, j.maybe[k])
		if k.isText() {
			add.hidden(from, j.literals)
			for form, own := range j.own {
				if form.Fits(k.text) {
					add.possibly(own)
				}
			}
		}
	}
	for _, e := range from.maybe.list {
		for _, h := range j.sure[e.key] {
			add.by(e.key, h.index, true, false)
		}
		add.possiblyBy(e.key, j.maybe[e.key])
	}
}

// matchOpen reports what the From side may be linked to for what is not known
// of either side. It is not for a From side that holds nothing.
func (j *joinIndex) matchOpen(from *values, add *adder) {
	add.possibly(j.anything)
	if from.ownUnknown { // a literal that is shown may be this id
		add.possibly(j.fitting[from.form])
	}
	if from.literals {
		add.hidden(from, j.texts)
	}
	if from.anything {
		add.possibly(j.all)
	}
}

// matchText reports every To side whose text has the From side in it. A text
// computed from a value has that in it, and nothing of other instances. An
// address that is written in it may be the one that an instance has already.
func (j *joinIndex) matchText(from *values, add *adder) {
	if from.ownUnknown {
		add.possibly(j.fitting[from.form])
	}
	rest := add.outside(from)
	for i := range j.targets {
		t := &j.targets[i]
		if possible, ok := t.contains(rest); ok {
			add.all(t.index, possible)
		}
		if rest != from && add.inUnit(t.index) {
			if possible, ok := t.contains(from); ok {
				add.one(t.index, possible)
			}
		}
	}
}

// contains tells whether the text has the part in it or, possibly, may have it.
func (t *target) contains(part *values) (possible, ok bool) {
	switch {
	case t.values.holds(part):
		return t.standIn, true
	case t.values.mayHold(part):
		return true, true
	}
	return true, t.values.derived.len() == 0 && (t.values.anything || part.anything && !part.empty())
}

// mayHold tells whether the text may be the part, or be made of it.
func (v *values) mayHold(part *values) bool {
	for _, e := range part.sure.list {
		if v.maybe.has(e.key) || e.isText() && v.literals && v.maySee(part.source) {
			return true
		}
	}
	for _, e := range part.maybe.list {
		if v.sure.has(e.key) || v.derived.has(e.key) || v.maybe.has(e.key) {
			return true
		}
	}
	return false
}

func (v *values) holds(part *values) bool {
	for _, e := range part.sure.list {
		if v.sure.has(e.key) || v.derived.has(e.key) {
			return true
		}
		if !e.isText() {
			continue
		}
		for _, text := range v.sure.list {
			if text.isText() && appears(e.text, text.text) {
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
