package tfplan

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// Instances of a kind differ in what their references lead to. Two of them
// share it where everything that was looked at to find it is alike: the module
// instances as far up as any was looked at, down to the last object in them.

// reach says what the resolver looked at.
type reach struct {
	depth int  // of the outermost module instance, 0 for the root module
	key   bool // the instance's own key
}

func unreached() reach { return reach{depth: math.MaxInt} }

func (r *reach) join(other reach) {
	r.depth = min(r.depth, other.depth)
	r.key = r.key || other.key
}

// variantKey is what a result depends on besides the kind.
type variantKey struct {
	reach
	inside sum    // what the outermost module instance holds
	way    string // from there to the instance
	own    string // the instance's key, if it was looked at
}

func (r reach) of(e *entry) variantKey {
	k := variantKey{reach: r}
	if r.key {
		k.own = e.key
	}
	switch top := e.path.ancestor(r.depth); {
	case r.depth == math.MaxInt:
	case top == nil:
		k.way = e.path.String()
	default:
		k.inside, k.way = top.inside, e.path.text[len(top.text):]
	}
	return k
}

// describe sums up what module instances hold, so that those that hold the
// same can be told.
func (rd *reader) describe() {
	for _, path := range rd.modules.known {
		path.spread(rd.hasher, "module", 0)
	}
	for block := range rd.deferred {
		path := rd.modules.add(moduleOf(block))
		path.tell(rd.hasher, block, "deferred", 0)
	}
	for _, e := range rd.entries {
		e.path.tell(rd.hasher, e.instance.Address, "", e.kind.number)
	}
}

// tell adds something at an address to the module instances that it is in.
func (p *modulePath) tell(h hasher, address, what string, number uint64) {
	for ; p != nil; p = p.parent {
		p.add(h, strings.TrimPrefix(address, p.written), what, number)
	}
}

// spread tells those above a module instance of it.
func (p *modulePath) spread(h hasher, what string, number uint64) {
	for up := p.parent; up != nil; up = up.parent {
		up.add(h, p.text[len(up.text):], what, number)
	}
}

func (p *modulePath) add(h hasher, address, what string, number uint64) {
	s := h.withText(h.withText(sum{}, address), what)
	p.inside = p.inside.plus(h.with(s, binary.LittleEndian.AppendUint64(nil, number)))
}

// complete gives an instance its values, now that the configuration is there.
func (rd *reader) complete(r *resolver, e *entry) {
	if len(e.waiting) == 0 || e.object.Ended {
		e.instance.Object = &e.kind.object
		return
	}
	for _, seen := range e.reaches {
		if o := e.variants[seen.of(e)]; o != nil {
			e.instance.Object = o
			return
		}
	}
	r.reached = unreached()
	values := rd.resolve(r, e)
	reached := r.reached
	if !reached.shared(e) || !reached.relative(e, values) {
		reached.depth = 0
	}
	o := e.object
	o.Values = cty.ObjectVal(values)
	e.instance.Object = &o
	e.remember(reached, &o)
}

// remember lets instances that are like this one share the result.
func (e *entry) remember(reached reach, o *inventory.Object) {
	if e.variants == nil {
		e.variants = map[variantKey]*inventory.Object{}
	}
	e.variants[reached.of(e)] = o
	for _, seen := range e.reaches {
		if seen == reached {
			return
		}
	}
	e.reaches = append(e.reaches, reached)
}

// shared tells whether instances of other module instances may share a result:
// their addresses must have the one form.
func (r reach) shared(e *entry) bool {
	top := e.path.ancestor(r.depth)
	return r.depth == math.MaxInt ||
		top != nil && top.text == top.written && e.path.depth-r.depth < math.MaxUint8-int(inventory.Within)
}

// relative makes the origins of values count from the module instance of the
// holder; false where one of them cannot.
func (r reach) relative(e *entry, values map[string]cty.Value) bool {
	if r.depth == math.MaxInt {
		return true
	}
	prefix := e.path.ancestor(r.depth).text + "."
	frame := inventory.Within + inventory.Frame(e.path.depth-r.depth)
	out := make(map[string]cty.Value, len(e.waiting))
	for _, w := range e.waiting {
		v, ok := framed(values[w.field.name], prefix, frame)
		if !ok {
			return false
		}
		out[w.field.name] = v
	}
	for name, v := range out {
		values[name] = v
	}
	return true
}

func framed(v cty.Value, prefix string, frame inventory.Frame) (out cty.Value, ok bool) {
	ok = true
	out, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		bare, marks := v.Unmark()
		changed := make(cty.ValueMarks, len(marks))
		for m := range marks {
			if o, is := m.(inventory.Origin); is && o.Address != "" && o.Frame == inventory.Absolute {
				ok = ok && strings.HasPrefix(o.Address, prefix)
				o.Address, o.Frame = strings.TrimPrefix(o.Address, prefix), frame
				m = o
			}
			changed[m] = struct{}{}
		}
		return bare.WithMarks(changed), nil
	})
	return out, ok && err == nil
}
