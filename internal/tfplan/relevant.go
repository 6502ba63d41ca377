package tfplan

import (
	"slices"

	"github.com/srmlint/srmlint/internal/inventory"
)

// relevance is relevant_attributes: every attribute that anything which changes
// refers to, followed by Terraform through locals, variables and outputs. It
// does not tell by whom, so that it proves the negative only.
type relevance struct {
	attributes map[string][]string // canonical resource address → attributes, "" for the whole
	blocks     map[string]bool     // addresses without keys
}

// newRelevance returns nil where the plan has none.
func newRelevance(v raw) *relevance {
	if v.kind() != '[' {
		return nil
	}
	r := &relevance{attributes: map[string][]string{}, blocks: map[string]bool{}}
	for _, entry := range v.elements() {
		address, attribute := "", ""
		for name, value := range entry.fields() {
			switch string(name) {
			case "resource":
				address = canonical(value.text())
			case "attribute":
				for _, first := range value.elements() {
					attribute = first.text()
					break
				}
			}
		}
		r.blocks[inventory.Unkeyed(address)] = true
		if !slices.Contains(r.attributes[address], attribute) {
			r.attributes[address] = append(r.attributes[address], attribute)
		}
	}
	return r
}

// maxKeys bounds the keys in an address that are left out in turn.
const maxKeys = 6

// of lists the attributes of an instance that are referred to; "" stands for
// all. Entries may lack any of the address's keys.
func (r *relevance) of(address string) []string {
	parts := steps(canonical(address))
	var keys []int
	for i, p := range parts {
		if p.key != "" {
			keys = append(keys, i)
		}
	}
	if len(keys) > maxKeys {
		return []string{""} // far deeper than any plan: do not prove anything
	}
	var out []string
	for subset := range 1 << len(keys) {
		for _, a := range r.attributes[join(leaveOut(parts, keys, subset))] {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	slices.Sort(out)
	return out
}

func leaveOut(parts []step, keys []int, subset int) []step {
	if subset == 0 {
		return parts
	}
	var out []step
	for i, p := range parts {
		if k := slices.Index(keys, i); k >= 0 && subset&(1<<k) != 0 {
			continue
		}
		out = append(out, p)
	}
	return out
}

// possible lists everything that a lost reference may lead to, in the order of
// the file; false where that cannot be told.
func (r *resolver) possible() ([]inventory.Origin, bool) {
	if r.relevant != nil {
		r.look(nil)
	}
	if r.listed {
		return r.candidates, r.bounded
	}
	r.listed, r.bounded = true, r.relevant != nil && !r.relevantDeferred()
	if !r.bounded {
		return nil, false
	}
	for _, e := range r.entries {
		if !e.instance.Ended {
			r.candidates = append(r.candidates, r.candidatesOf(e)...)
		}
		if len(r.candidates) > r.limits.Origins {
			r.candidates, r.bounded = nil, false
			break
		}
	}
	return r.candidates, r.bounded
}

func (r *resolver) candidatesOf(e *entry) []inventory.Origin {
	attributes := r.relevant.of(e.instance.Address)
	if len(attributes) > 0 && attributes[0] == "" {
		attributes = append(slices.Clone(attributes[1:]), identifying(r.schema.Type(e.instance.Type))...)
	}
	var out []inventory.Origin
	for _, a := range attributes {
		o := inventory.Origin{Address: e.instance.Address, Attribute: normal(e.instance.Type, a), Certainty: inventory.Maybe}
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// relevantDeferred tells whether anything refers to a data source that is yet
// to be read: it may find what no reference leads to.
func (r *resolver) relevantDeferred() bool {
	for address := range r.deferred {
		if r.relevant.blocks[inventory.Unkeyed(address)] {
			return true
		}
	}
	return false
}

// reachable tells whether relevant_attributes leaves open that something refers to an attribute.
func (r *resolver) reachable(o origin) bool {
	if r.relevant == nil {
		return true
	}
	r.look(nil)
	for _, a := range r.relevant.of(o.address) {
		if a == "" || a == o.attribute || normal(typeOf(o.address), a) == o.attribute {
			return true
		}
	}
	return false
}
