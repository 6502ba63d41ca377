package assess

import (
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

func (s *source) judgement(n int) *judgement {
	d := s.duties(s.inventory.Instances[n].Type)
	return &judgement{subject: s.subject(n, d), duty: s.duty}
}

func (s *source) message(n int, v *Verdict) string {
	return s.judgement(n).message(v.open, v.arises)
}

func (s *source) evidence(n int) []Evidence { return s.judgement(n).evidence() }

// links is the evidence of links, or only of those that the instance alone has.
func (s *source) links(n int, own bool) []Evidence {
	j := s.judgement(n)
	for k := range j.links {
		if own {
			j.links[k].Shared = nil
		}
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
