package tfplan

import (
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// moduleReference answers for module.app["prod"].droplet_ids, and for
// references that lost their key, their output or both.
func (r *resolver) moduleReference(ref *reference, s scope, c consumer) answer {
	call := s.module.calls[ref.name]
	if call == nil || call.module == nil {
		return answer{lost: true}
	}
	r.look(s.path)
	instances := r.instancesOf(ref, s, call)
	if ref.whole() {
		return r.wholeModule(call, instances, c)
	}
	var out answer
	e := call.module.outputs[ref.rest[0].name]
	if e == nil {
		return answer{lost: true}
	}
	for _, inner := range instances {
		out.merge(r.expression(e, inner, c), throughPath(ref.rest[1:]))
	}
	return out
}

// instancesOf are the scopes of the module instances that a reference means. A
// module without any resource leaves no trace of its instances.
func (r *resolver) instancesOf(ref *reference, s scope, call *callConfig) []scope {
	inner := func(path *modulePath) scope { return scope{module: call.module, path: path} }
	if ref.key != "" || !ref.whole() {
		return []scope{inner(s.path.child(call.name, ref.key))}
	}
	var out []scope
	for _, path := range r.modules.of(s.path, call.name) {
		out = append(out, inner(path))
	}
	if len(out) == 0 {
		out = append(out, inner(s.path.child(call.name, "")))
	}
	return out
}

// wholeModule answers for a reference whose output was lost: any output that
// can hold what the consumer takes may be meant. Where there is only one, it is.
func (r *resolver) wholeModule(call *callConfig, instances []scope, c consumer) answer {
	var all, fitting answer
	outputs := map[string]bool{}
	for _, name := range call.module.outputsIn {
		for _, inner := range instances {
			a := r.expression(call.module.outputs[name], inner, c)
			all.merge(a, inventory.Maybe)
			if r.fits(a, c) {
				outputs[name] = true
				fitting.merge(a, inventory.Assumed)
			}
		}
	}
	switch {
	case len(outputs) == 0:
		return all
	case len(outputs) == 1 && c.collection:
		return fitting
	}
	var out answer
	out.merge(fitting, inventory.Maybe)
	return out
}

// fits tells whether an output can hold what a consumer takes: identifiers, of
// the resource type that the consumer's name tells if it tells one.
func (r *resolver) fits(a answer, c consumer) bool {
	if a.lost || a.anything {
		return true
	}
	wanted := r.wantedType(c)
	for o := range a.origins {
		if t := typeOf(o.address); c.takes(t, o.attribute) && (wanted == "" || t == wanted) {
			return true
		}
	}
	return false
}

// wantedType is the resource type in names like droplet_ids and vpc_uuid, empty if there is none.
func (r *resolver) wantedType(c consumer) string {
	for _, suffix := range []string{"_ids", "_id", "_uuids", "_uuid", "_uids", "_uid"} {
		if stem, ok := strings.CutSuffix(c.attribute, suffix); ok {
			for _, prefix := range []string{"source_", "destination_"} {
				stem = strings.TrimPrefix(stem, prefix)
			}
			for _, t := range []string{stem, strings.ReplaceAll(stem, "_", "")} {
				if r.schema.Type("digitalocean_"+t) != nil {
					return "digitalocean_" + t
				}
			}
		}
	}
	return ""
}

// typeOf is the resource type in an address.
func typeOf(address string) string {
	parts := steps(strings.TrimPrefix(address[len(moduleOf(address)):], "."))
	for _, p := range parts {
		if p.name != "data" {
			return p.name
		}
	}
	return ""
}

// eachValue answers for each.value, through the for_each of the resource or module call.
func (r *resolver) eachValue(ref *reference, s scope, c consumer) answer {
	if s.each == nil || s.inEach {
		return answer{lost: true}
	}
	if s.own {
		r.reached.key = true
	} else {
		r.look(s.path)
	}
	outer := scope{module: s.module, path: s.path, inEach: true}
	refs := s.each.references
	if len(refs) == 1 && refs[0].kind == refResource && refs[0].whole() && refs[0].key == "" && len(ref.rest) > 0 && provider.IsType(refs[0].typ) {
		return r.eachObject(ref, &refs[0], s, c)
	}
	limit := throughPath(ref.rest)
	if len(refs) != 1 || !direct(&refs[0]) {
		limit = inventory.Maybe
	}
	var out answer
	out.merge(r.expression(s.each, outer, c), limit)
	return out
}

// eachObject answers for each.value.id where for_each is a whole resource: the
// instance of the same key, if there is one. A for expression may have given
// the objects other keys; then it may be any.
func (r *resolver) eachObject(ref, resource *reference, s scope, c consumer) answer {
	var out answer
	r.look(s.path)
	local := resource.typ + "." + resource.name
	if same := r.withKey(s.path, local, s.key); len(same) == 1 {
		r.addAttribute(&out, same[0], ref.rest, c)
		return out
	}
	instances := r.instances.alive(s.path, local)
	for _, e := range instances {
		var one answer
		r.addAttribute(&one, e, ref.rest, c)
		out.merge(one, inventory.Maybe)
	}
	out.lost = len(instances) == 0
	return out
}
