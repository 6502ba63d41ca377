package relate

import "slices"

// key is a known text, or an attribute of an instance that only apply knows.
type key struct {
	text      string // or the address of an instance that is not there
	attribute string
	input     int32
	instance  int32 // 1 + the index of the instance; 0: there is none
	origin    bool
}

func textKey(text string) key { return key{text: text} }

func (k key) isText() bool { return !k.origin }

// keyed is a key, and whether it rests on the rule of thumb.
type keyed struct {
	key
	assumed bool
}

// keys is a set, in the order in which its keys came. Most have one or two.
type keys struct {
	list  []keyed
	place map[key]int // nil while there are few
}

// few is how many keys are compared one by one.
const few = 8

func (s *keys) find(k key) (int, bool) {
	if s.place != nil {
		n, ok := s.place[k]
		return n, ok
	}
	for n := range s.list {
		if s.list[n].key == k {
			return n, true
		}
	}
	return 0, false
}

func (s *keys) has(k key) bool {
	_, ok := s.find(k)
	return ok
}

// add keeps the surer of two ways to the same key.
func (s *keys) add(k key, assumed bool) {
	if n, ok := s.find(k); ok {
		s.list[n].assumed = s.list[n].assumed && assumed
		return
	}
	s.list = append(s.list, keyed{k, assumed})
	switch {
	case s.place != nil:
		s.place[k] = len(s.list) - 1
	case len(s.list) > few:
		s.place = make(map[key]int, 2*len(s.list))
		for n := range s.list {
			s.place[s.list[n].key] = n
		}
	}
}

// takeTexts takes the texts out.
func (s *keys) takeTexts() (texts []keyed) {
	if !slices.ContainsFunc(s.list, func(k keyed) bool { return k.isText() }) {
		return nil
	}
	rest := s.list[:0:0]
	for _, k := range s.list {
		if k.isText() {
			texts = append(texts, k)
		} else {
			rest = append(rest, k)
		}
	}
	*s = keys{}
	for _, k := range rest {
		s.add(k.key, k.assumed)
	}
	return texts
}

// empty takes all out, and keeps the memory.
func (s *keys) empty() { s.list, s.place = s.list[:0], nil }

// clone copies what add changes.
func (s *keys) clone() keys {
	var out keys
	for _, k := range s.list {
		out.add(k.key, k.assumed)
	}
	return out
}
