package relate

import "slices"

// keys is a set of keys with a flag each, in the order in which they came. As a
// rule there are one or two.
type keys struct {
	list []keyed
	at   map[key]int // indexes in the list, once there are many
}

type keyed struct {
	key
	flag bool
}

// many is from how many keys on a map is faster than a look at each.
const many = 16

func (s *keys) len() int { return len(s.list) }

func (s *keys) find(k key) int {
	if s.at != nil {
		if n, ok := s.at[k]; ok {
			return n
		}
		return -1
	}
	return slices.IndexFunc(s.list, func(e keyed) bool { return e.key == k })
}

func (s *keys) has(k key) bool { return s.find(k) >= 0 }

func (s *keys) put(k key, flag bool) {
	if n := s.find(k); n >= 0 {
		s.list[n].flag = flag
		return
	}
	s.list = append(s.list, keyed{k, flag})
	switch {
	case s.at != nil:
		s.at[k] = len(s.list) - 1
	case len(s.list) > many:
		s.index()
	}
}

func (s *keys) index() {
	s.at = make(map[key]int, 2*len(s.list))
	for n, e := range s.list {
		s.at[e.key] = n
	}
}

// without returns the set without some keys.
func (s *keys) without(some func(key) bool) keys {
	out := keys{list: slices.DeleteFunc(slices.Clone(s.list), func(e keyed) bool { return some(e.key) })}
	if len(out.list) > many {
		out.index()
	}
	return out
}

// clone copies what may be changed.
func (s *keys) clone() keys { return s.without(func(key) bool { return false }) }
