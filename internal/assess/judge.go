package assess

import (
	"fmt"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
	"github.com/srmlint/srmlint/internal/statement"
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
	*assessor
	instance   *inventory.Instance
	obligation *catalogue.Obligation
	attributes []string // see attributesRead
	links      *linked
	arises     tri
	diags      hcl.Diagnostics
	// What is read of linked instances, now and once the verdict is put in words.
	reads, tells catalogue.Reads
}

// judge returns nil where the obligation does not arise.
func (j *judgement) judge() *Verdict {
	arises, addressed := j.decide()
	j.reads = j.tells
	j.arises = arises
	if arises == no {
		return nil
	}
	v := &Verdict{Obligation: j.obligation, Evidence: j.evidence(), Position: j.position()}
	switch {
	case addressed == yes:
		v.Status = Addressed
	case addressed == no && arises == yes:
		v.Status, v.Message = Unaddressed, j.gap()
	default:
		v.Status, v.Message = Undetermined, j.whyUnknown(arises)
	}
	return v
}

// state lets the customer's word count.
func (v *Verdict) state(inForce, expired *statement.Statement) {
	switch {
	case inForce == nil:
		v.Expired = expired
		v.suffix = fmt.Sprintf("; the %s of %s ended on %s",
			expired.Kind, expired.By, expired.Until.Format(time.DateOnly))
		v.Message += v.suffix
	case inForce.Kind == statement.Waiver:
		v.Status, v.Statement = Waived, inForce
	default:
		v.Status, v.Statement = Attested, inForce
	}
}

// decide evaluates the obligation with the certain links alone, and where there
// are possible ones once more with those: a verdict is what both agree on.
func (j *judgement) decide() (arises, addressed tri) {
	if o := j.obligation; o.Arises == nil && o.Addressed == nil && len(o.Locals) == 0 {
		return yes, no // only a statement can answer
	}
	arises, addressed = j.evaluate(j.scope(false))
	if !j.hasPossibleLinks() {
		return arises, addressed
	}
	arisesToo, addressedToo := j.evaluate(j.scope(true))
	return agree(arises, arisesToo), agree(addressed, addressedToo)
}

func agree(a, b tri) tri {
	if a == b {
		return a
	}
	return unknown
}

func (j *judgement) hasPossibleLinks() bool {
	for _, name := range j.obligation.RelationsUsed() {
		for link := range j.links.each(name) {
			if link.Possible {
				return true
			}
		}
	}
	return false
}

func (j *judgement) evaluate(scope catalogue.Scope) (arises, addressed tri) {
	ctx, diags := j.catalogue.Context(j.obligation, scope)
	j.fault(diags)
	arises, addressed = yes, no
	if j.obligation.Arises != nil {
		arises = j.truth(j.obligation.Arises, ctx)
	}
	if arises != no && j.obligation.Addressed != nil {
		addressed = j.truth(j.obligation.Addressed, ctx)
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
				j.obligation.ID, j.instance.Address, d.Summary),
			Subject: d.Subject,
		})
	}
}

// scope gathers what the expressions see; possible tells whether links that may
// or may not exist are in it.
func (j *judgement) scope(possible bool) catalogue.Scope {
	related := map[string]cty.Value{}
	for _, name := range j.obligation.RelationsUsed() {
		related[name] = j.links.object(name, possible, j.reads)
	}
	return catalogue.Scope{
		Self:       j.self(),
		Related:    related,
		Configured: j.links.once(seenConfigured, func() cty.Value { return configured(j.instance) }),
		Lifecycle:  j.links.once(seenLifecycle, func() cty.Value { return lifecycle(j.instance) }),
	}
}

// self is the instance's object, with marks where the obligation asks for what they say.
func (j *judgement) self() cty.Value {
	if j.obligation.ReadsMarks() {
		return j.links.once(seenMarked, func() cty.Value { return catalogue.WithAddress(j.instance.Values, j.instance.Address) })
	}
	return j.links.once(seenSelf, func() cty.Value { return relate.Object(j.instance) })
}

func configured(i *inventory.Instance) cty.Value {
	attributes := map[string]cty.Value{}
	for name := range i.Values.Type().AttributeTypes() {
		attributes[name] = cty.UnknownVal(cty.Bool)
		if set, ok := i.Configured[name]; ok {
			attributes[name] = cty.BoolVal(set)
		}
	}
	return cty.ObjectVal(attributes)
}

func lifecycle(i *inventory.Instance) cty.Value {
	if i.Lifecycle == cty.NilVal {
		return cty.UnknownVal(catalogue.LifecycleType())
	}
	v, _ := i.Lifecycle.UnmarkDeep()
	return v
}
