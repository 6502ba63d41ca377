package tfplan

import "slices"

// block is a resource block in a module instance. Most have one instance, and
// there may be a million of them: what several take is kept apart.
type block struct {
	first [1]*entry
	all   *several // nil as long as there is one
}

// several are the instances of a block, the first one too.
type several struct {
	entries []*entry
	living  []*entry          // those that do not end; nil until somebody asks
	byKey   map[string]*entry // nil while there are few
}

// few is how many keys are compared one by one.
const few = 8

func (b *block) entries() []*entry {
	switch {
	case b.all != nil:
		return b.all.entries
	case b.first[0] != nil:
		return b.first[:]
	}
	return nil
}

func (b *block) find(key string) *entry {
	if b.all != nil && b.all.byKey != nil {
		return b.all.byKey[key]
	}
	for _, e := range b.entries() {
		if e.key == key {
			return e
		}
	}
	return nil
}

func (b *block) add(e *entry) {
	switch {
	case b.first[0] == nil:
		b.first[0] = e
		return
	case b.all == nil:
		b.all = &several{entries: []*entry{b.first[0]}}
	}
	b.all.add(e)
}

func (s *several) add(e *entry) {
	s.entries = append(s.entries, e)
	switch n := len(s.entries); {
	case n == few+1:
		s.byKey = make(map[string]*entry, 2*n)
		for _, e := range s.entries {
			s.byKey[e.key] = e
		}
	case n > few:
		s.byKey[e.key] = e
	}
}

// alive are the instances that do not end.
func (b *block) alive() []*entry {
	if b.all == nil {
		return living(b.entries())
	}
	if b.all.living == nil {
		b.all.living = living(b.all.entries)
	}
	return b.all.living
}

// living is the list itself where none of it ends, as is the rule.
func living(entries []*entry) []*entry {
	ends := func(e *entry) bool { return e.object.Ended }
	if !slices.ContainsFunc(entries, ends) {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), ends)
}
