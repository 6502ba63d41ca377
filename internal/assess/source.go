package assess

import (
	"slices"

	"github.com/srmlint/srmlint/internal/inventory"
)

// source works out again, for one instance, what a verdict says and rests on.
// It is asked when all workers are done, and by one goroutine.
type source struct {
	*worker
	duty *duty
}

func (w *worker) source(d *duty) *source {
	s := w.sources[d]
	if s == nil {
		s = &source{w, d}
		w.sources[d] = s
	}
	return s
}

// judgement is on an instance of which, as a rule, all duties are asked one after another.
func (s *source) judgement(n int) *judgement {
	if s.last == nil || s.last.index != n {
		s.last = s.subject(n, s.duties(s.inventory.Instances[n].Type))
	}
	return &judgement{subject: s.last, duty: s.duty}
}

func (s *source) message(n int, v *Verdict) string {
	return s.judgement(n).message(v.open, v.arises)
}

func (s *source) evidence(n int) []Evidence { return s.judgement(n).evidence() }

// links is the evidence of links, or only of those that the instance alone has.
func (s *source) links(n int, own bool) []Evidence {
	j := s.judgement(n)
	if own {
		alone := *j.subject
		alone.links = slices.Clone(alone.links)
		for k := range alone.links {
			alone.links[k].Shared = nil
		}
		j.subject = &alone
	}
	return j.linkEvidence(nil, MaxEvidence)
}

// unknowns remembers which Objects have something that is not known.
type unknowns map[*inventory.Object]bool

func (u unknowns) is(i *inventory.Instance) bool {
	open, ok := u[i.Object]
	if !ok {
		open = !i.Values.IsWhollyKnown()
		u[i.Object] = open
	}
	return open
}
