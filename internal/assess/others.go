package assess

import (
	"encoding/binary"
	"iter"
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/relate"
)

// unlike are the duties on which instances that are like a model may have another
// verdict than it, or another message. Their links are the same but for
// addresses; where there are some in their own units and some elsewhere the
// order may differ too.
type unlike struct {
	decided []*duty
	told    []telling
	order   string // of the model's links, see order
}

// telling is a duty of which only the message may differ.
type telling struct {
	*duty
	open Status
}

// mayDiffer notes what of a model's outcome may not hold for those like it.
func (w *worker) mayDiffer(s *subject, found *set) {
	if !w.graph.Alike(s.index) {
		return
	}
	var u unlike
	for k, d := range s.duties.list {
		own, both := s.inUnit(d)
		_, mixed := s.mixed(d)
		switch v := found.findings[k].verdict; {
		case hangs(d.decides, own, both):
			u.decided = append(u.decided, d)
		case v != nil && mixed && (v.open == Undetermined || v.open == Unaddressed && d.tells.Order):
			u.told = append(u.told, telling{d, v.open})
		}
	}
	if len(u.decided)+len(u.told) > 0 {
		u.order = s.order(u.told)
		w.unlikes[s.index] = &u
	}
}

// others gives all other instances what their models have. What may be another
// verdict for each of them is worked out again.
func (a *assessor) others(lists []*Verdicts) {
	var apart []int
	for n, i := range a.inventory.Instances {
		model := a.graph.Model(n)
		if model == n || i.Data || i.Ended {
			continue
		}
		if lists[n] = lists[model]; a.unlike[model] != nil {
			apart = append(apart, n)
		}
	}
	if len(apart) == 0 {
		return
	}
	inParallel(len(apart), a.worker, func(w *worker, k int) {
		n := apart[k]
		model := a.graph.Model(n)
		lists[n] = w.another(n, lists[model], a.unlike[model])
	})
}

// another assesses an instance that is like a model, as far as need be.
func (w *worker) another(n int, like *Verdicts, u *unlike) *Verdicts {
	s := w.subject(n, w.duties(w.inventory.Instances[n].Type))
	inOrder := s.order(u.told) == u.order
	if inOrder && len(u.decided) == 0 {
		return like
	}
	findings, same := make([]finding, len(s.duties.list)), true
	for k, d := range s.duties.list {
		before := like.on(d.Obligation)
		switch after := &findings[k].verdict; {
		case slices.ContainsFunc(u.decided, d.is):
			*after = w.judge(s, d).verdict
		case !inOrder && slices.ContainsFunc(u.told, func(t telling) bool { return d.is(t.duty) }):
			*after = w.tell(s, d, before)
		default:
			*after = before
		}
		if after := findings[k].verdict; after != before && after.says(before) {
			findings[k].verdict = before
		}
		same = same && findings[k].verdict == before
	}
	if same {
		return like
	}
	return w.listOf(findings)
}

func (d *duty) is(other *duty) bool { return d.Obligation == other.Obligation }

// says tells whether two verdicts are the same but for the instances that they name.
func (v *Verdict) says(other *Verdict) bool {
	return v != nil && other != nil && other.names && keyOf(v) == keyOf(other)
}

// on is the verdict on an obligation; nil if it does not arise.
func (v *Verdicts) on(o *catalogue.Obligation) *Verdict {
	for _, one := range v.list {
		if one.Obligation == o {
			return one
		}
	}
	return nil
}

// order writes down what messages make of the order of links. Instances for
// which it is the same have the same message but for addresses.
func (s *subject) order(told []telling) string {
	s.key = s.key[:0]
	for _, t := range told {
		j := judgement{subject: s, duty: t.duty}
		if t.open == Undetermined {
			if link, ok := j.open(); ok {
				s.key = append(s.signPlace(link), link.Via...)
			}
			s.key = append(s.key, 0)
			continue
		}
		for k, n := range t.relations {
			for link := range first(s.near(s.links[n].Certain()), t.told[k].Head) {
				s.key = s.signPlace(link)
			}
			s.key = append(s.key, 0xff, 0xff, 0xff, 0xff)
		}
	}
	return string(s.key)
}

func (s *subject) signPlace(link relate.Link) []byte {
	return binary.LittleEndian.AppendUint32(s.key, uint32(s.graph.ModelOf(link)))
}

// first goes through the first links that are certain; through all if most is 0.
func first(links iter.Seq[relate.Link], most int) iter.Seq[relate.Link] {
	return func(yield func(relate.Link) bool) {
		left := most
		for link := range links {
			if link.Possible {
				continue
			}
			if !yield(link) || left == 1 {
				return
			}
			left--
		}
	}
}
