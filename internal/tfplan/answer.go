package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// answer is what an expression may come from.
type answer struct {
	origins map[origin]inventory.Certainty
	// lost is true where the plan does not say what the expression reads:
	// anything that Terraform knows to be relevant.
	lost bool
	// anything is true where the value may come from outside of the plan too.
	anything bool
}

// origin is an inventory.Origin without its certainty. A value may both be an
// attribute (perhaps) and be computed from it.
type origin struct {
	address, attribute string
	derived            bool
}

func (a *answer) add(address, attribute string, c inventory.Certainty) {
	if a.origins == nil {
		a.origins = map[origin]inventory.Certainty{}
	}
	key := origin{address, attribute, c == inventory.Derived}
	if before, ok := a.origins[key]; !ok || c < before {
		a.origins[key] = c
	}
}

// merge adds what another answer has, none of it surer than the limit.
func (a *answer) merge(b answer, limit inventory.Certainty) {
	for o, c := range b.origins {
		if !o.derived {
			a.add(o.address, o.attribute, max(c, limit))
		} else if limit < inventory.Maybe { // one branch of a choice: the value may have nothing of it
			a.add(o.address, o.attribute, c)
		}
	}
	a.lost = a.lost || b.lost
	a.anything = a.anything || b.anything
}

// certain tells whether every origin is sure or assumed and nothing else may be in the value.
func (a *answer) certain() bool {
	if a.lost || a.anything || len(a.origins) == 0 {
		return false
	}
	for _, c := range a.origins {
		if c > inventory.Assumed {
			return false
		}
	}
	return true
}

// consumer is the attribute that an expression is for. What it takes says
// which attribute a reference to a whole resource stands for.
type consumer struct {
	typ        string // resource type
	attribute  string // its own name, without the blocks it stands in
	collection bool
	blocks     bool // it is a block, with all its attributes
}

func newConsumer(resourceType, attribute string, t cty.Type) consumer {
	c := consumer{typ: resourceType, attribute: attribute, collection: t.IsCollectionType() || t.IsTupleType()}
	c.blocks = t.IsObjectType() || c.collection && t.IsCollectionType() && t.ElementType().IsObjectType()
	return c
}
