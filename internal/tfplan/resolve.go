package tfplan

import (
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// resolver finds out what expressions come from, by following references
// through variables, module calls and outputs of the configuration.
type resolver struct {
	schema    *provider.Schema
	root      *moduleConfig
	modules   *moduleInstances
	entries   []*entry
	instances *instances
	relevant  *relevance
	deferred  map[string]bool // canonical block addresses of data sources that only apply reads
	limits    Limits

	candidates []inventory.Origin // what a lost reference may lead to
	bounded    bool               // and nothing else
	listed     bool               // candidates have been listed
	values     map[valueKey]reachedValue
	memo       map[memoKey]remembered
	running    map[memoKey]bool

	reached reach // what has been looked at since it was reset
}

// remembered is an answer with what was looked at to find it.
type remembered struct {
	answer  answer
	reached reach
}

// look takes note that a result depends on what a module instance holds.
func (r *resolver) look(path *modulePath) {
	depth := 0
	if path != nil {
		depth = path.depth
	}
	r.reached.depth = min(r.reached.depth, depth)
}

// scope is where an expression stands: a module instance, and the for_each key
// of the resource or module instance that it is evaluated for.
type scope struct {
	module *moduleConfig
	path   *modulePath
	key    string
	each   *expression
	own    bool // key is the instance's, not that of the module instance
	// inEach is true within for_each itself, where each.* has no meaning.
	inEach bool
}

type memoKey struct {
	expression *expression
	path, key  string
	consumer   consumer
}

// expression answers for one expression. What stands in a circle, which
// Terraform would not plan, is lost.
func (r *resolver) expression(e *expression, s scope, c consumer) answer {
	key := memoKey{expression: e, path: s.path.String(), consumer: c}
	if e.usesEach {
		key.key = s.key
	}
	if known, ok := r.memo[key]; ok {
		r.reached.join(known.reached)
		return known.answer
	}
	if r.running[key] || len(r.running) > maxHops {
		r.look(nil)
		return answer{lost: true}
	}
	before := r.reached
	r.reached = unreached()
	r.running[key] = true
	a := r.combine(e, s, c)
	delete(r.running, key)
	if len(a.origins) > r.limits.Origins {
		a = answer{anything: true}
	}
	r.memo[key] = remembered{a, r.reached}
	r.reached.join(before)
	return a
}

// maxHops bounds the chain of variables and outputs between an attribute and a resource.
const maxHops = 500

// combine puts together what the references of an expression lead to.
func (r *resolver) combine(e *expression, s scope, c consumer) answer {
	var out answer
	if e.constant != nil {
		return out
	}
	if len(e.references) == 0 {
		return answer{lost: true} // functions only: nothing is told of them
	}
	limit := r.limit(e.references, c)
	for i := range e.references {
		ref := &e.references[i]
		each := limit
		if len(e.references) > 1 && !direct(ref) {
			each = inventory.Maybe
		}
		out.merge(r.reference(ref, s, c), each)
	}
	return out
}

// limit is how sure any origin of these references can be. Several references
// may be the elements of a list, or the branches and the condition of a choice.
func (r *resolver) limit(refs []reference, c consumer) inventory.Certainty {
	if len(refs) == 1 {
		return inventory.Sure
	}
	if !c.collection {
		return inventory.Maybe
	}
	for i := range refs {
		switch ref := &refs[i]; ref.kind {
		case refResource, refData:
			if len(ref.rest) > 0 && !c.accepts(ref.typ, ref.rest[0].name) {
				return inventory.Maybe // read for something else than its identity: a condition, perhaps
			}
		case refModule:
		default:
			return inventory.Maybe
		}
	}
	return inventory.Sure
}

// direct tells whether a reference names an attribute or an output.
func direct(ref *reference) bool {
	return (ref.kind == refResource || ref.kind == refData || ref.kind == refModule) && len(ref.rest) > 0
}

// reference answers for one reference alone.
func (r *resolver) reference(ref *reference, s scope, c consumer) answer {
	switch ref.kind {
	case refResource, refData:
		return r.object(ref, s, c)
	case refModule:
		return r.moduleReference(ref, s, c)
	case refVariable:
		return r.variable(ref, s, c)
	case refEachValue:
		return r.eachValue(ref, s, c)
	case refEachKey, refCount, refKnown:
		return answer{} // known, or the plan would have failed
	}
	return answer{lost: true}
}

// variable follows a module's variable to the call; the root module's are known.
func (r *resolver) variable(ref *reference, s scope, c consumer) answer {
	call, outer, ok := r.caller(s)
	if !ok {
		return answer{}
	}
	e := call.body.expression(ref.name)
	if e == nil {
		return answer{} // the default, a constant
	}
	var out answer
	out.merge(r.expression(e, outer, c), throughPath(ref.rest))
	return out
}

// throughPath: a part of a value may be any of what the value is made of.
func throughPath(path []step) inventory.Certainty {
	if len(path) > 0 {
		return inventory.Maybe
	}
	return inventory.Sure
}

// caller is the module call that made a module instance, and its scope.
func (r *resolver) caller(s scope) (*callConfig, scope, bool) {
	if s.module.parent == nil || s.path == nil {
		return nil, scope{}, false
	}
	call := s.module.parent.calls[s.path.call]
	if call == nil {
		return nil, scope{}, false
	}
	return call, scope{module: s.module.parent, path: s.path.parent, key: s.path.key, each: call.each}, true
}
