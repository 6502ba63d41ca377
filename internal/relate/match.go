package relate

import (
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
)

// possibly adds what may be linked.
func (a *Asker) possibly(to []*group) {
	for _, g := range to {
		a.all(g, true, false)
	}
}

// hidden adds what is linked by a literal that is not shown.
func (a *Asker) hidden(from *values, to []*group) {
	for _, g := range to {
		if from.maySee(&g.values) {
			a.all(g, true, false)
		}
	}
}

// matchKeys reports every To side that shares a key with the From side, and
// those that may.
func (j *joinIndex) matchKeys(a *Asker, from *values) {
	for _, k := range from.sure.list {
		for _, h := range j.sure[k.key] {
			a.all(h.group, false, k.assumed || h.assumed)
		}
		if self, ok := j.itself(a.Graph, k.key); ok {
			a.one(int(k.instance)-1, false, k.assumed || self.Certainty == inventory.Assumed)
		}
		a.possibly(j.maybe[k.key])
		if k.isText() {
			a.hidden(from, j.literals)
			a.possibly(j.own)
		}
	}
	for _, k := range from.maybe.list {
		for _, h := range j.sure[k.key] {
			a.all(h.group, true, false)
		}
		if _, ok := j.itself(a.Graph, k.key); ok {
			a.one(int(k.instance)-1, true, false)
		}
		a.possibly(j.maybe[k.key])
	}
}

// itself tells whether a key is an attribute of a To side that holds just that.
func (j *joinIndex) itself(g *Graph, k key) (ownOrigin, bool) {
	if k.instance == 0 || len(j.selves) == 0 {
		return ownOrigin{}, false
	}
	self, ok := j.selves[g.inventory.Instances[k.instance-1].Object]
	return self, ok && self.Attribute == k.attribute
}

// matchOpen reports what the From side may be linked to for what is not known
// of either side. It is not for a From side that holds nothing.
func (j *joinIndex) matchOpen(a *Asker, from *values) {
	a.possibly(j.anything)
	if from.ownUnknown { // a literal that is shown may be this id
		a.possibly(j.texts)
	}
	if from.literals {
		a.hidden(from, j.texts)
	}
	if from.anything {
		a.possibly(j.groups)
	}
}

// matchText reports every To side whose text has the From side in it, or may.
// A text computed from a value has that in it, and nothing of other instances.
func (j *joinIndex) matchText(a *Asker, from values) {
	for _, k := range from.sure.list {
		for _, h := range j.sure[k.key] {
			a.all(h.group, false, false)
		}
		for _, g := range j.derived[k.key] {
			a.all(g, g.standIn, false)
		}
		a.possibly(j.maybe[k.key])
		if k.isText() {
			j.matchParts(a, k.text)
			a.hidden(&from, j.literals)
		}
	}
	for _, k := range from.maybe.list {
		for _, h := range j.sure[k.key] {
			a.all(h.group, true, false)
		}
		a.possibly(j.maybe[k.key])
		a.possibly(j.derived[k.key])
	}
	j.matchAnything(a, &from)
}

// matchParts reports the To sides in whose known texts another text appears.
func (j *joinIndex) matchParts(a *Asker, part string) {
	for _, g := range j.texts {
		if slices.ContainsFunc(g.values.sure.list, func(k keyed) bool { return k.isText() && appears(part, k.text) }) {
			a.all(g, g.standIn, false)
		}
	}
}

func (j *joinIndex) matchAnything(a *Asker, from *values) {
	a.possibly(j.open)
	if !from.anything || from.empty() {
		return
	}
	for _, g := range j.groups {
		if len(g.values.derived.list) == 0 {
			a.all(g, true, false)
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
