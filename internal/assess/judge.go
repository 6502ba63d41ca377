package assess

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// tri is a truth value of three.
type tri uint8

const (
	unknown tri = iota
	no
	yes
)

// judgement decides one obligation of one instance.
type judgement struct {
	*subject
	*duty
	diags hcl.Diagnostics
	memo  *memo // nil: none holds
}

// judge decides one obligation of one instance, and whether the outcome holds
// for others with the same key.
func (w *worker) judge(s *subject, d *duty) (f finding) {
	j := judgement{subject: s, duty: d}
	own, both := s.apart(d)
	v := j.judge()
	for _, d := range j.diags {
		w.faults = append(w.faults, fault{s.index, d})
	}
	f.alone = len(j.diags) > 0 || hangs(d.decides, own, both)
	if v != nil {
		v.links = own
		near, mixed := s.mixed(d)
		own, both = own || near, both || mixed
		f.message = own && v.Status == Undetermined || v.Status == Unaddressed && hangs(d.tells, own, both)
		v.names, v.first, v.source = f.message, s.index, w.source(d)
		if f.verdict = w.keep(v); f.verdict == v {
			v.Evidence = j.evidence() // while it is known what the instance is linked to
		}
	}
	return f
}

// tell words for one instance what is missing or not known: that may name what
// the instance alone is linked to.
func (w *worker) tell(s *subject, d *duty, v *Verdict) *Verdict {
	j := judgement{subject: s, duty: d}
	other := *v
	other.Message, other.first, other.Evidence = j.message(v.Status, v.arises), s.index, nil
	return w.keep(&other)
}

// judge returns nil where the obligation does not arise.
func (j *judgement) judge() *Verdict {
	arises, addressed := j.decided()
	if arises == no {
		return nil
	}
	v := &Verdict{Obligation: j.Obligation, Position: j.position(), arises: arises}
	switch {
	case addressed == yes:
		v.Status = Addressed
	case addressed == no && arises == yes:
		v.Status = Unaddressed
	default:
		v.Status = Undetermined
	}
	v.open, v.Message = v.Status, j.message(v.Status, arises)
	return v
}

// decide evaluates the obligation with the certain links alone, and where there
// are possible ones once more with those: a verdict is what both agree on.
func (j *judgement) decide() (arises, addressed tri) {
	arises, addressed = j.evaluate(false)
	if !j.hasPossibleLinks() {
		return arises, addressed
	}
	arisesToo, addressedToo := j.evaluate(true)
	return agree(arises, arisesToo), agree(addressed, addressedToo)
}

func agree(a, b tri) tri {
	if a == b {
		return a
	}
	return unknown
}

func (j *judgement) hasPossibleLinks() bool {
	for _, n := range j.duty.relations {
		for link := range j.links[n].Kinds() {
			if link.Possible {
				return true
			}
		}
	}
	return false
}

func (j *judgement) evaluate(possible bool) (arises, addressed tri) {
	ctx, diags := j.catalogue.Context(j.Obligation, catalogue.Scope{
		Self: j.self(j.duty), Related: j.related(j.duty, possible), Configured: j.configured(), Lifecycle: j.lifecycle(),
	})
	j.fault(diags)
	arises, addressed = yes, no
	if j.Arises != nil {
		arises = j.truth(j.Arises, ctx)
	}
	if arises != no && j.Addressed != nil {
		addressed = j.truth(j.Addressed, ctx)
	}
	return arises, addressed
}

func (j *judgement) truth(e hcl.Expression, ctx *hcl.EvalContext) tri {
	value, diags := e.Value(ctx)
	j.fault(diags)
	value, _ = value.UnmarkDeep()
	switch {
	case diags.HasErrors(), !value.IsKnown(), value.IsNull(), value.Type() != cty.Bool:
		return unknown
	case value.True():
		return yes
	}
	return no
}

// fault reports a rule that cannot be evaluated: the verdict is undetermined,
// and whoever wrote the rule learns why.
func (j *judgement) fault(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Severity != hcl.DiagError || len(j.diags) > 0 {
			continue
		}
		j.diags = append(j.diags, &hcl.Diagnostic{
			Severity: hcl.DiagWarning,
			Summary:  "Rule cannot be evaluated",
			Detail: fmt.Sprintf("Obligation %q on %s: %s. Its verdict is undetermined.",
				j.ID, j.instance.Address, d.Summary),
			Subject: d.Subject,
		})
	}
}
