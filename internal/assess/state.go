package assess

import (
	"fmt"
	"time"

	"github.com/srmlint/srmlint/internal/statement"
)

// stater lets the customer's word count where the input does not show that an
// obligation is addressed.
type stater struct {
	*Assessment
	statements Statements
	asked      map[*Verdicts]*asked
	models     map[modelKey]*Verdicts
	verdicts   map[statedKey]*Verdict
	keeper     keeper
}

// asked are the verdicts of a list, by index, that there are statements on.
type asked struct {
	about []int
	apart bool // they may hold for some instances of a block only
}

// modelKey: statements that do not tell instances of a block apart hold alike
// for all that are alike.
type modelKey struct {
	model    int
	verdicts *Verdicts
}

type statedKey struct {
	verdict          *Verdict
	inForce, expired *statement.Statement
}

func (a *assessor) state(result *Assessment) {
	if a.options.Statements == nil {
		return
	}
	s := stater{
		Assessment: result, statements: a.options.Statements, asked: map[*Verdicts]*asked{}, models: map[modelKey]*Verdicts{},
		verdicts: map[statedKey]*Verdict{}, keeper: newKeeper(),
	}
	for n, verdicts := range result.lists {
		if verdicts != nil {
			result.lists[n] = s.stated(n, verdicts)
		}
	}
}

func (s *stater) stated(n int, verdicts *Verdicts) *Verdicts {
	q := s.asked[verdicts]
	if q == nil {
		q = s.ask(verdicts)
		s.asked[verdicts] = q
	}
	switch {
	case len(q.about) == 0:
		return verdicts
	case q.apart:
		return s.hear(n, verdicts, q)
	}
	k := modelKey{s.Model(n), verdicts}
	out := s.models[k]
	if out == nil {
		out = s.hear(n, verdicts, q)
		s.models[k] = out
	}
	return out
}

func (s *stater) ask(verdicts *Verdicts) *asked {
	q := &asked{}
	for k, v := range verdicts.list {
		if v.Status == Addressed {
			continue
		}
		if some, apart := s.statements.About(v.Obligation); some {
			q.about = append(q.about, k)
			q.apart = q.apart || apart
		}
	}
	return q
}

// hear puts the verdicts together that an instance has after all.
func (s *stater) hear(n int, verdicts *Verdicts, q *asked) *Verdicts {
	var list []*Verdict
	for _, k := range q.about {
		v := verdicts.list[k]
		inForce, expired := s.statements.For(s.Inventory.Instances[n], v.Obligation)
		if inForce == nil && expired == nil {
			continue
		}
		if list == nil {
			list = append(list, verdicts.list...)
		}
		list[k] = s.verdict(statedKey{v, inForce, expired})
	}
	if list == nil {
		return verdicts
	}
	return s.keeper.list(list)
}

func (s *stater) verdict(k statedKey) *Verdict {
	out := s.verdicts[k]
	if out == nil {
		stated := *k.verdict
		stated.state(k.inForce, k.expired)
		out = &stated
		s.verdicts[k] = out
	}
	return out
}

// state lets the customer's word count.
func (v *Verdict) state(inForce, expired *statement.Statement) {
	switch {
	case inForce == nil:
		v.Expired = expired
		v.ending = fmt.Sprintf("; the %s of %s ended on %s",
			expired.Kind, expired.By, expired.Until.Format(time.DateOnly))
		v.Message += v.ending
	case inForce.Kind == statement.Waiver:
		v.Status, v.Statement = Waived, inForce
	default:
		v.Status, v.Statement = Attested, inForce
	}
}
