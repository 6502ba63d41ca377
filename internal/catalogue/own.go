package catalogue

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// Own lists the attributes of an instance on which alone, but for the number of
// instances that it is linked to, depends all that the obligation decides and
// says. It is false where more may count: where the instance is, what linked ones hold,
// where values come from.
func (o *Obligation) Own() (names []string, ok bool) {
	if o.readsMarks {
		return nil, false
	}
	for _, t := range o.traversals() {
		switch t.RootName() {
		case "local":
		case "related":
			name, ok := firstStep(t)
			if !ok || !o.Decides(name).Counted || !o.Tells(name).Counted {
				return nil, false
			}
		case "self", "configured":
			name, ok := firstStep(t)
			if !ok || name == "address" {
				return nil, false
			}
			names = append(names, name)
		default:
			return nil, false
		}
	}
	slices.Sort(names)
	return slices.Compact(names), true
}

func firstStep(t hcl.Traversal) (string, bool) {
	if len(t) < 2 {
		return "", false
	}
	step, ok := t[1].(hcl.TraverseAttr)
	return step.Name, ok
}
