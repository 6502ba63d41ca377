package relate

import (
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// joinIndex has the To sides of one join by the keys that they hold.
type joinIndex struct {
	via      string // the To path
	join     catalogue.Join
	targets  []target
	sure     map[key][]holder
	maybe    map[key][]int // indexes of instances
	anything []int
	literals []target
	texts    []target // with some known text: what a literal identity might equal
	own      []int    // with an identity of their own that a literal might equal

	// Of joins that look for a part of a text:
	derived map[key][]target // computed from a key
	open    []target         // that may be anything, and are computed from nothing that is known
}

// target is one To side, kept whole where texts must be searched.
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
		j.join, j.via, j.sure, j.maybe, j.derived = join, path(join.To), map[key][]holder{}, map[key][]int{}, map[key][]target{}
		for _, t := range r.To {
			for _, i := range g.byType[t] {
				v, _ := g.resolver.collect(g.inventory.Instances[i], join.To, whole)
				j.add(i, v, g.inventory.Instances[i].StandIn)
			}
		}
	}
	return joins
}

func (j *joinIndex) add(i int, v values, standIn bool) {
	if v.empty() {
		return
	}
	t := target{i, v, standIn}
	if !j.join.Contains { // the keys are in the index
		t.values.sure, t.values.maybe, t.values.derived = keys{}, keys{}, keys{}
	}
	j.targets = append(j.targets, t)
	hasText := false
	for _, k := range v.sure.list {
		hasText = hasText || k.isText()
		if standIn && (k.isText() || j.join.Contains) {
			j.maybe[k.key] = append(j.maybe[k.key], i)
			continue
		}
		j.sure[k.key] = append(j.sure[k.key], holder{i, k.assumed})
	}
	for _, k := range v.maybe.list {
		j.maybe[k.key] = append(j.maybe[k.key], i)
	}
	if j.join.Contains {
		j.addDerived(&t)
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

func (j *joinIndex) addDerived(t *target) {
	for _, k := range t.values.derived.list {
		j.derived[k.key] = append(j.derived[k.key], *t)
	}
	if t.values.anything && len(t.values.derived.list) == 0 {
		j.open = append(j.open, *t)
	}
}

// adder takes one link.
type adder func(to int, possible, assumed bool)

func (add adder) possibly(to []int) {
	for _, i := range to {
		add(i, true, false)
	}
}

// hidden adds what is linked by a literal that is not shown.
func (add adder) hidden(from *values, to []target) {
	for i := range to {
		if from.maySee(&to[i].values) {
			add(to[i].index, true, false)
		}
	}
}

// matchKeys reports every To side that shares a key with the From side, and
// those that may.
func (j *joinIndex) matchKeys(from *values, add adder) {
	for _, k := range from.sure.list {
		for _, h := range j.sure[k.key] {
			add(h.index, false, k.assumed || h.assumed)
		}
		add.possibly(j.maybe[k.key])
		if k.isText() {
			add.hidden(from, j.literals)
			add.possibly(j.own)
		}
	}
	for _, k := range from.maybe.list {
		for _, h := range j.sure[k.key] {
			add(h.index, true, false)
		}
		add.possibly(j.maybe[k.key])
	}
}

// matchOpen reports what the From side may be linked to for what is not known
// of either side. It is not for a From side that holds nothing.
func (j *joinIndex) matchOpen(from *values, add adder) {
	add.possibly(j.anything)
	if from.ownUnknown { // a literal that is shown may be this id
		for i := range j.texts {
			add(j.texts[i].index, true, false)
		}
	}
	if from.literals {
		add.hidden(from, j.texts)
	}
	if from.anything {
		for i := range j.targets {
			add(j.targets[i].index, true, false)
		}
	}
}

// matchText reports every To side whose text has the From side in it, or may.
// A text computed from a value has that in it, and nothing of other instances.
func (j *joinIndex) matchText(from values, add adder) {
	for _, k := range from.sure.list {
		for _, h := range j.sure[k.key] {
			add(h.index, false, false)
		}
		for i := range j.derived[k.key] {
			t := &j.derived[k.key][i]
			add(t.index, t.standIn, false)
		}
		add.possibly(j.maybe[k.key])
		if k.isText() {
			j.matchParts(k.text, add)
			add.hidden(&from, j.literals)
		}
	}
	for _, k := range from.maybe.list {
		for _, h := range j.sure[k.key] {
			add(h.index, true, false)
		}
		add.possibly(j.maybe[k.key])
		for _, t := range j.derived[k.key] {
			add(t.index, true, false)
		}
	}
	j.matchAnything(&from, add)
}

// matchParts reports the To sides in whose known texts another text appears.
func (j *joinIndex) matchParts(part string, add adder) {
	for i := range j.texts {
		t := &j.texts[i]
		if slices.ContainsFunc(t.values.sure.list, func(k keyed) bool { return k.isText() && appears(part, k.text) }) {
			add(t.index, t.standIn, false)
		}
	}
}

func (j *joinIndex) matchAnything(from *values, add adder) {
	for i := range j.open {
		add(j.open[i].index, true, false)
	}
	if !from.anything || from.empty() {
		return
	}
	for i := range j.targets {
		if len(j.targets[i].values.derived.list) == 0 {
			add(j.targets[i].index, true, false)
		}
	}
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
