package tfplan

import (
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// object answers for a reference to a resource or data source.
func (r *resolver) object(ref *reference, s scope, c consumer) answer {
	local := ref.typ + "." + ref.name
	if ref.kind == refData {
		local = "data." + local
	}
	r.look(s.path)
	if !provider.IsType(ref.typ) {
		return r.foreign(ref, s, local)
	}
	var out answer
	instances := r.instances.alive(s.path, local)
	if ref.key != "" {
		instances = r.withKey(s.path, local, ref.key)
	}
	for _, e := range instances {
		if ref.whole() {
			r.addWhole(&out, e, ref, c, len(instances))
		} else {
			r.addAttribute(&out, e, ref.rest, c)
		}
		if e.instance.Data && !e.known(ref.rest) {
			out.anything = true // what it will find may be any object
		}
	}
	if len(instances) == 0 && r.missing(s, local) {
		out.lost = true
	}
	return out
}

// missing tells whether a block that has no instance is not there at all:
// then its reference cannot be followed. With count = 0 it leads nowhere.
func (r *resolver) missing(s scope, local string) bool {
	return s.module.resources[local] == nil
}

// withKey is the one instance of a block that has the key, if it has one.
func (r *resolver) withKey(path *modulePath, local, key string) []*entry {
	if e := r.instances.in(path, local, key); e != nil && !e.instance.Ended {
		return []*entry{e}
	}
	return nil
}

// addAttribute adds the origin that an attribute reference names.
func (r *resolver) addAttribute(out *answer, e *entry, path []step, c consumer) {
	attribute := normal(e.plan.name, path[0].name)
	switch {
	case len(path) > 1:
		out.add(e.instance.Address, dotted(path), inventory.Maybe)
	case c.accepts(e.plan.name, path[0].name) && !c.contradicts(e, attribute, path[0].name):
		out.add(e.instance.Address, attribute, inventory.Sure)
	default:
		// The value itself, or a text with it inside.
		out.add(e.instance.Address, attribute, inventory.Maybe)
		out.add(e.instance.Address, attribute, inventory.Derived)
	}
	out.anything = out.anything || e.told[attribute]
}

// contradicts tells of a scalar that is unknown though what it refers to is
// known: then it is not the attribute, but what some function makes of it.
func (c consumer) contradicts(e *entry, attribute, written string) bool {
	if c.collection || attribute != written {
		return false
	}
	_, known := e.value(attribute)
	return known
}

// dotted is an attribute within blocks, without indexes.
func dotted(path []step) string {
	var names []string
	for _, s := range path {
		if s.name != "" {
			names = append(names, s.name)
		}
	}
	return strings.Join(names, ".")
}

// addWhole adds what a reference to a whole resource may stand for. count is
// how many instances share the reference.
func (r *resolver) addWhole(out *answer, e *entry, ref *reference, c consumer, count int) {
	for _, ch := range c.choose(ref.typ, r.schema.Type(ref.typ)) {
		certainty := choiceCertainty(ch)
		if !c.collection && (count > 1 || e.key == "") {
			certainty = inventory.Maybe // one of them; or something made of an object
		}
		attribute := normal(ref.typ, ch.attribute)
		out.add(e.instance.Address, attribute, certainty)
		out.anything = out.anything || e.told[attribute]
	}
}

// known tells whether what a reference names is known before apply.
func (e *entry) known(path []step) bool {
	if len(path) == 0 {
		return len(e.waiting) == 0
	}
	_, ok := e.attrs[path[0].name]
	ok = ok || e.plan.left[path[0].name] && !e.dark[path[0].name]
	return ok || !e.plan.known && len(e.waiting) == 0 && !e.deferredData()
}

func (e *entry) deferredData() bool {
	return len(e.instance.Actions) > 0 && e.instance.Actions[0] == "read"
}

// foreign answers for objects of other providers. Two references to the same
// attribute are equal; but resources like terraform_data or time_sleep hand on
// what they are given, so that it may be anything that is relevant at all.
func (r *resolver) foreign(ref *reference, s scope, local string) answer {
	block := s.path.within(local)
	if ref.kind == refData && !r.deferred[block] {
		return answer{} // read already: known
	}
	out := answer{lost: true, anything: ref.kind == refData}
	if len(ref.rest) == 1 && ref.rest[0].name != "" {
		out.add(block+ref.key, ref.rest[0].name, inventory.Sure)
	}
	return out
}
