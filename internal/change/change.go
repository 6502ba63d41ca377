// Package change says what a plan does to the customer's duties: which it
// creates and which it ends, which findings it adds and which it resolves.
//
// It compares two assessments, of the objects as they stand and as the plan
// leaves them; both come from the one plan.
package change

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// Change is the difference that a plan makes. Each list is in the order of the
// assessment that it was taken from.
type Change struct {
	Created  []assess.Annotation // obligations that arise with this change
	Ended    []assess.Annotation // obligations whose object or cause goes
	Added    []assess.Annotation // findings that were none before
	Resolved []assess.Annotation // findings of today that the change mends or ends
}

// Before is the inventory as it stands today: the same instances with the
// values that they have before the change.
func Before(inv *inventory.Inventory) *inventory.Inventory {
	before := &inventory.Inventory{Inputs: inv.Inputs}
	for _, i := range inv.Instances {
		switch {
		case i.Data, i.Type == provider.Terraform, i.Type == provider.Account:
			before.Instances = append(before.Instances, i)
		case i.Before != cty.NilVal && !i.Before.IsNull():
			before.Instances = append(before.Instances, today(i))
		}
	}
	return before
}

// today keeps of the configuration what the change leaves alone: where an
// attribute has the value that it had, it was set then if it is set now.
func today(i *inventory.Instance) *inventory.Instance {
	b := *i
	b.Own()
	b.Values, b.Before = i.Before, cty.NilVal
	b.Ended, b.Actions = false, nil
	b.Configured = map[string]bool{}
	for name, set := range i.Configured {
		if same(i.Before, i.Values, name) {
			b.Configured[name] = set
		}
	}
	return &b
}

func same(before, after cty.Value, name string) bool {
	for _, v := range []cty.Value{before, after} {
		if !v.Type().IsObjectType() || v.IsNull() || !v.Type().HasAttribute(name) {
			return false
		}
	}
	a, _ := before.GetAttr(name).UnmarkDeep()
	b, _ := after.GetAttr(name).UnmarkDeep()
	return a.RawEquals(b)
}

type key struct {
	input      int
	address    string
	obligation string
}

func index(a *assess.Assessment) map[key]*assess.Verdict {
	all := map[key]*assess.Verdict{}
	for one := range a.All() {
		all[keyOf(&one)] = one.Verdict
	}
	return all
}

func keyOf(a *assess.Annotation) key {
	return key{a.Instance.Input, a.Instance.Address, a.Obligation.ID}
}

// Compare tells what lies between two assessments.
func Compare(before, after *assess.Assessment) *Change {
	c := &Change{}
	c.Created, c.Added = only(after, index(before))
	c.Ended, c.Resolved = only(before, index(after))
	return c
}

// only lists what one assessment has and the other has not: obligations, and findings.
func only(in *assess.Assessment, other map[key]*assess.Verdict) (obligations, findings []assess.Annotation) {
	for one := range in.All() {
		counterpart := other[keyOf(&one)]
		if counterpart == nil {
			obligations = append(obligations, one)
		}
		if one.Status == assess.Unaddressed && settled(counterpart) {
			findings = append(findings, one)
		}
	}
	return obligations, findings
}

// settled tells whether an obligation is none or in order. Where that cannot be
// told, a finding is called neither new nor resolved.
func settled(v *assess.Verdict) bool {
	return v == nil || v.Status == assess.Addressed || v.Status == assess.Attested || v.Status == assess.Waived
}
