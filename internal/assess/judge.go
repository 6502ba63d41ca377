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
	links      map[string][]relate.Link
	diags      hcl.Diagnostics
}

// annotate returns false where the obligation does not arise.
func (j *judgement) annotate() (Annotation, bool) {
	arises, addressed := j.decide()
	if arises == no {
		return Annotation{}, false
	}
	annotation := Annotation{
		Instance:   j.instance,
		Obligation: j.obligation,
		Evidence:   j.evidence(),
		Position:   j.position(),
	}
	switch {
	case addressed == yes:
		annotation.Status = Addressed
	case addressed == no && arises == yes:
		annotation.Status, annotation.Message = Unaddressed, j.gap()
	default:
		annotation.Status, annotation.Message = Undetermined, j.whyUnknown(arises)
	}
	j.state(&annotation)
	return annotation, true
}

// state lets the customer's word count where the input does not show that the
// obligation is addressed.
func (j *judgement) state(annotation *Annotation) {
	if annotation.Status == Addressed || j.options.Statements == nil {
		return
	}
	inForce, expired := j.options.Statements.For(j.instance, j.obligation)
	switch {
	case inForce == nil && expired != nil:
		annotation.Expired = expired
		annotation.Message += fmt.Sprintf("; the %s of %s ended on %s",
			expired.Kind, expired.By, expired.Until.Format(time.DateOnly))
	case inForce == nil:
	case inForce.Kind == statement.Waiver:
		annotation.Status, annotation.Statement = Waived, inForce
	default:
		annotation.Status, annotation.Statement = Attested, inForce
	}
}

// decide evaluates the obligation with the certain links alone, and where there
// are possible ones once more with those: a verdict is what both agree on.
func (j *judgement) decide() (arises, addressed tri) {
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
		for _, link := range j.links[name] {
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
		var objects []cty.Value
		for _, link := range j.links[name] {
			if possible || !link.Possible {
				objects = append(objects, relate.Object(link.To))
			}
		}
		related[name] = cty.TupleVal(objects)
	}
	return catalogue.Scope{
		Self:       j.self(),
		Related:    related,
		Configured: configured(j.instance),
		Lifecycle:  lifecycle(j.instance),
	}
}

// self is the instance's object, with marks where the obligation asks for what they say.
func (j *judgement) self() cty.Value {
	if j.obligation.ReadsMarks() {
		return catalogue.WithAddress(j.instance.Values, j.instance.Address)
	}
	return relate.Object(j.instance)
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
