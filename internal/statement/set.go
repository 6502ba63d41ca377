package statement

import (
	"iter"
	"slices"
	"sort"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Set is all statements of a run. It is not changed after NewSet and may be
// asked from several goroutines.
type Set struct {
	all          []*Statement
	byObligation map[string][]*Statement // by the obligation's id
	now          time.Time
}

// NewSet checks statements against the catalogue: unknown ids, waivers of what
// may not be waived, statements that have ended or will within warnDays.
func NewSet(all []*Statement, c *catalogue.Catalogue, now time.Time, warnDays int) (*Set, hcl.Diagnostics) {
	s := &Set{byObligation: map[string][]*Statement{}, now: now}
	var diags hcl.Diagnostics
	for _, one := range all {
		o := c.Obligation(one.Obligation)
		if o == nil {
			diags = append(diags, problem(one.at, "Unknown obligation", "There is no obligation %q.%s",
				one.Obligation, suggestion(one.Obligation, c)))
			continue
		}
		if one.Kind == Waiver && !o.Waivable {
			diags = append(diags, problem(one.at, "Not to be waived",
				"Obligation %q forbids waivers: address it, or attest how it is done.", o.ID))
			continue
		}
		s.all = append(s.all, one)
		s.byObligation[o.ID] = append(s.byObligation[o.ID], one)
		diags = append(diags, one.ends(now, warnDays)...)
	}
	return s, diags
}

func suggestion(id string, c *catalogue.Catalogue) string {
	var ids []string
	for _, o := range c.Obligations {
		ids = append(ids, o.ID)
	}
	if near := catalogue.Nearest(id, ids); near != "" {
		return " Did you mean \"" + near + "\"?"
	}
	return " `srmlint rules` lists them."
}

// ends tells of a statement that has ended or soon will.
func (s *Statement) ends(now time.Time, warnDays int) hcl.Diagnostics {
	last := s.Until.Format(time.DateOnly)
	switch {
	case s.Open:
		return nil
	case s.ExpiredOn(now):
		return hcl.Diagnostics{warning(s.at, "Statement has ended",
			"The %s of %q counted until %s. Renew it or remove it.", s.Kind, s.Obligation, last)}
	case s.ExpiredOn(now.AddDate(0, 0, warnDays)):
		return hcl.Diagnostics{warning(s.at, "Statement ends soon",
			"The %s of %q counts until %s. Look at it again before then.", s.Kind, s.Obligation, last)}
	}
	return nil
}

// For returns the statement in force on an obligation of an instance, and the
// latest expired one if there is none. A waiver or attestation beside the
// resource comes before one in .srmlint.hcl, then the one that lasts longest.
func (s *Set) For(i *inventory.Instance, o *catalogue.Obligation) (inForce, expired *Statement) {
	p := &place{instance: i, obligation: o}
	for _, one := range s.byObligation[o.ID] {
		if one.Open || !one.scope.covers(p) {
			continue
		}
		if one.ExpiredOn(s.now) {
			if expired == nil || one.Until.After(expired.Until) {
				expired = one
			}
			continue
		}
		if inForce == nil || one.before(inForce) {
			inForce = one
		}
	}
	return inForce, expired
}

// About tells whether there is any statement on an obligation, and whether any
// of them may cover some instances of a block and not others: by their keys.
func (s *Set) About(o *catalogue.Obligation) (some, apart bool) {
	for _, one := range s.byObligation[o.ID] {
		some = some || !one.Open
		apart = apart || one.scope.namesKeys()
	}
	return some, apart
}

// Apart tells whether any statement may cover some instances of a block and not others.
func (s *Set) Apart() bool {
	return slices.ContainsFunc(s.all, func(one *Statement) bool { return one.scope.namesKeys() })
}

func (s *Statement) before(other *Statement) bool {
	if s.Comment != other.Comment {
		return s.Comment
	}
	return s.Until.After(other.Until)
}

// Open counts the statements that nobody has filled in.
func (s *Set) Open() int {
	n := 0
	for _, one := range s.all {
		if one.Open {
			n++
		}
	}
	return n
}

// Subject is one obligation of one instance, as far as statements care.
type Subject struct {
	Instance   *inventory.Instance
	Obligation *catalogue.Obligation
	Addressed  bool // the input shows it, whatever statements say
}

// Idle tells of statements that cover nothing, or only what the input shows to
// be addressed anyhow.
func (s *Set) Idle(subjects iter.Seq[Subject]) (diags hcl.Diagnostics) {
	if len(s.all) == 0 {
		return nil
	}
	covered, needed := map[*Statement]bool{}, map[*Statement]bool{}
	for subject := range subjects {
		p := &place{instance: subject.Instance, obligation: subject.Obligation}
		for _, one := range s.byObligation[subject.Obligation.ID] {
			if one.scope.covers(p) {
				covered[one] = true
				needed[one] = needed[one] || !subject.Addressed
			}
		}
	}
	for _, one := range s.all {
		switch {
		case needed[one] || one.Open && covered[one]:
		case covered[one]:
			diags = append(diags, warning(one.at, "Statement is not needed",
				"The input shows that %q is addressed wherever this %s applies. Remove it.", one.Obligation, one.Kind))
		default:
			diags = append(diags, warning(one.at, "Statement matches nothing",
				"No resource of this input has obligation %q where this %s applies. Check its scope, or remove it.", one.Obligation, one.Kind))
		}
	}
	sort.SliceStable(diags, func(a, b int) bool { return diags[a].Subject.String() < diags[b].Subject.String() })
	return slices.Clip(diags)
}
