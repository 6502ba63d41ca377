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

func index(a *assess.Assessment) map[key]*assess.Annotation {
	all := make(map[key]*assess.Annotation, len(a.Annotations))
	for i := range a.Annotations {
		one := &a.Annotations[i]
		all[key{one.Instance.Input, one.Instance.Address, one.Obligation.ID}] = one
	}
	return all
}

// Compare tells what lies between two assessments.
func Compare(before, after *assess.Assessment) *Change {
	was, is := index(before), index(after)
	c := &Change{}
	for i := range after.Annotations {
		one := &after.Annotations[i]
		earlier := was[key{one.Instance.Input, one.Instance.Address, one.Obligation.ID}]
		if earlier == nil {
			c.Created = append(c.Created, *one)
		}
		if one.Status == assess.Unaddressed && settled(earlier) {
			c.Added = append(c.Added, *one)
		}
	}
	for i := range before.Annotations {
		one := &before.Annotations[i]
		later := is[key{one.Instance.Input, one.Instance.Address, one.Obligation.ID}]
		if later == nil {
			c.Ended = append(c.Ended, *one)
		}
		if one.Status == assess.Unaddressed && settled(later) {
			c.Resolved = append(c.Resolved, *one)
		}
	}
	return c
}

// settled tells whether an obligation is none or in order. Where that cannot be
// told, a finding is called neither new nor resolved.
func settled(a *assess.Annotation) bool {
	return a == nil || a.Status == assess.Addressed || a.Status == assess.Attested || a.Status == assess.Waived
}
