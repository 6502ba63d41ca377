package assess

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/relate"
)

// words stand for what is not known.
type words struct{ unknown, partly, when string }

// words says who knows what is not known of an instance: apply, or already a plan.
func (a *assessor) words(i *inventory.Instance) words {
	if i.Input < len(a.inventory.Inputs) && a.inventory.Inputs[i.Input].Kind == "configuration" {
		return words{"(not known yet)", "(partly known)", "with a plan, or after apply"}
	}
	return words{"(known after apply)", "(partly known after apply)", "after apply"}
}

// message says what is missing or what is not known.
func (j *judgement) message(s Status, arises tri) string {
	switch s {
	case Unaddressed:
		return j.gap()
	case Undetermined:
		return j.whyUnknown(arises)
	}
	return ""
}

// worded says what is missing in the rule's own words. They may hold values of the input:
// a sensitive one must not get into the message, an unknown one is named as such.
func (j *judgement) worded() string {
	if j.Gap == nil {
		return j.Question
	}
	scope := catalogue.Scope{Self: j.printable(), Configured: j.configured(), Lifecycle: j.lifecycle()}
	if j.mentions {
		scope.Related = j.printableRelated(j.duty)
	} else {
		scope.Related = j.related(j.duty, false)
	}
	ctx, _ := j.catalogue.Context(j.Obligation, scope)
	value, diags := j.Gap.Value(ctx)
	secret := inventory.Hidden(value)
	value, _ = value.UnmarkDeep()
	if diags.HasErrors() || secret || !value.IsKnown() || value.IsNull() || value.Type() != cty.String {
		return "not addressed: " + j.Title
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
	if j.instance.Type == provider.Terraform || j.asks.Lifecycle && !j.lifecycle().IsWhollyKnown() {
		return "a plan alone does not show it; srmlint reads it from the configuration (--source)"
	}
	return j.openQuestion(arises) + " is known only " + j.words(j.instance).when
}

func (j *judgement) openQuestion(arises tri) string {
	link, ok := j.open()
	if ok && link.Possible {
		return fmt.Sprintf("whether %s (%s) reaches it", link.To.Address, link.Via)
	}
	for _, name := range j.attributes {
		if j.instance.Values.Type().HasAttribute(name) && !j.instance.Values.GetAttr(name).IsWhollyKnown() {
			return name
		}
	}
	if ok {
		return "what " + link.To.Address + " holds"
	}
	if arises == unknown {
		return "whether this duty arises"
	}
	return "whether it is so"
}

// open is the first link of which it is not known whether it is there; if all
// are known, the first one to something of which not all is known.
func (j *judgement) open() (relate.Link, bool) {
	possible := j.hasPossibleLinks()
	for _, n := range j.duty.relations {
		l := j.links[n]
		if possible {
			l = l.Possible()
		}
		for link := range j.near(l) {
			if possible && link.Possible || !possible && j.partly.is(link.To) {
				return link, true
			}
		}
	}
	return relate.Link{}, false
}
