package assess

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

const afterApply = "(known after apply)"

// gap says what is missing. The rule's own words may hold values of the input:
// a sensitive one must not get into the message, an unknown one is named as such.
func (j *judgement) gap() string {
	if j.obligation.Gap == nil {
		return j.obligation.Question
	}
	scope := j.scope(false)
	scope.Self = j.links.once(seenPrintable, func() cty.Value { return printable(j.instance) })
	if mentionsRelated(j.obligation) {
		scope.Related = j.printableRelated()
	}
	ctx, _ := j.catalogue.Context(j.obligation, scope)
	value, diags := j.obligation.Gap.Value(ctx)
	secret := inventory.Hidden(value)
	value, _ = value.UnmarkDeep()
	if diags.HasErrors() || secret || !value.IsKnown() || value.IsNull() || value.Type() != cty.String {
		return "not addressed: " + j.obligation.Title
	}
	return strings.Join(strings.Fields(value.AsString()), " ")
}

// mentionsRelated tells whether what the gap says may come from a linked instance.
func mentionsRelated(o *catalogue.Obligation) bool {
	for _, x := range o.Deciding() {
		if x == o.Addressed {
			continue
		}
		for _, t := range x.Variables() {
			if t.RootName() == "related" {
				return true
			}
		}
	}
	return false
}

// whyUnknown names what keeps the verdict open.
func (j *judgement) whyUnknown(arises tri) string {
	if j.instance.Type == provider.Terraform {
		return "a plan alone does not show it; srmlint reads it from the configuration (--source)"
	}
	return j.openQuestion(arises) + " is known only " + j.when()
}

// when says who knows what is unknown here: apply, or already a plan.
func (j *judgement) when() string {
	if n := j.instance.Input; n < len(j.inputs) && j.inputs[n].Kind == "configuration" {
		return "with a plan, or after apply"
	}
	return "after apply"
}

func (j *judgement) openQuestion(arises tri) string {
	for _, name := range j.obligation.RelationsUsed() {
		for link := range j.links.each(name) {
			if link.Possible {
				return fmt.Sprintf("whether %s (%s) reaches it", link.To.Address, link.Via)
			}
		}
	}
	for _, name := range j.attributes {
		if j.instance.Values.Type().HasAttribute(name) && !j.instance.Values.GetAttr(name).IsWhollyKnown() {
			return name
		}
	}
	for _, name := range j.obligation.RelationsUsed() {
		for link := range j.links.each(name) {
			if !link.To.Values.IsWhollyKnown() {
				return "what " + link.To.Address + " holds"
			}
		}
	}
	if arises == unknown {
		return "whether this duty arises"
	}
	return "whether it is so"
}
