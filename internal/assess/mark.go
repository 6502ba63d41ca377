package assess

import "slices"

// Mark notes which findings the team's baseline holds.
func (a *Assessment) Mark(known func(Annotation) bool) {
	m := marker{keeper: newKeeper(), verdicts: map[*Verdict]*Verdict{}}
	for n, verdicts := range a.lists {
		m.pattern = m.pattern[:0]
		some := false
		for _, v := range verdicts.All() {
			mark := byte(0)
			if v.Status == Unaddressed && known(a.Annotation(n, v)) {
				mark, some = 1, true
			}
			m.pattern = append(m.pattern, mark)
		}
		if some {
			a.lists[n] = m.marked(verdicts)
		}
	}
}

// marker keeps one copy of what is marked in the same way.
type marker struct {
	keeper
	pattern  []byte
	verdicts map[*Verdict]*Verdict
}

func (m *marker) marked(verdicts *Verdicts) *Verdicts {
	list := slices.Clone(verdicts.list)
	for n, v := range list {
		if m.pattern[n] == 1 {
			list[n] = m.known(v)
		}
	}
	return m.list(list)
}

func (m *marker) known(v *Verdict) *Verdict {
	if m.verdicts[v] == nil {
		known := *v
		known.Known = true
		m.verdicts[v] = &known
	}
	return m.verdicts[v]
}
