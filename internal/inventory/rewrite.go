package inventory

import "github.com/zclconf/go-cty/cty"

// Rewrite makes a value anew from its parts up, each as f gives it and says
// whether that is another; path names the attributes that lead there. What stays
// the same is not made again, so that a value of which little changes, as most
// are, takes next to no memory.
func Rewrite(path []string, v cty.Value, f func(path []string, v cty.Value) (cty.Value, bool)) (cty.Value, bool) {
	r := rewriter{path: path, f: f}
	return r.value(v)
}

// Bare is a value without marks, however deep.
func Bare(v cty.Value) cty.Value {
	v, _ = Rewrite(nil, v, func(_ []string, v cty.Value) (cty.Value, bool) {
		if !v.IsMarked() {
			return v, false
		}
		v, _ = v.Unmark()
		return v, true
	})
	return v
}

type rewriter struct {
	path []string
	f    func([]string, cty.Value) (cty.Value, bool)
}

func (r *rewriter) value(v cty.Value) (cty.Value, bool) {
	inner, marks := v, cty.ValueMarks(nil)
	if v.IsMarked() {
		inner, marks = v.Unmark()
	}
	inner, changed := r.parts(inner)
	if changed {
		v = inner.WithMarks(marks)
	}
	out, again := r.f(r.path, v)
	return out, changed || again
}

func (r *rewriter) parts(v cty.Value) (cty.Value, bool) {
	t := v.Type()
	switch {
	case !v.IsKnown() || v.IsNull() || t.IsPrimitiveType():
	case t.IsObjectType():
		return r.object(v)
	case t.IsMapType():
		return r.mapping(v)
	case v.CanIterateElements() && v.LengthInt() > 0:
		return r.list(v)
	}
	return v, false
}

func (r *rewriter) object(v cty.Value) (cty.Value, bool) {
	var out map[string]cty.Value // nil as long as nothing changes
	depth := len(r.path)
	for name := range v.Type().AttributeTypes() {
		r.path = append(r.path, name)
		attribute, changed := r.value(v.GetAttr(name))
		r.path = r.path[:depth]
		if changed {
			if out == nil {
				out = v.AsValueMap()
			}
			out[name] = attribute
		}
	}
	if out == nil {
		return v, false
	}
	return cty.ObjectVal(out), true
}

func (r *rewriter) mapping(v cty.Value) (cty.Value, bool) {
	var out map[string]cty.Value
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if element, changed := r.value(element); changed {
			if out == nil {
				out = v.AsValueMap()
			}
			out[key.AsString()] = element
		}
	}
	if out == nil {
		return v, false
	}
	return cty.MapVal(out), true
}

// list is for tuples and sets too.
func (r *rewriter) list(v cty.Value) (cty.Value, bool) {
	elements, changed := make([]cty.Value, 0, v.LengthInt()), false
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		element, other := r.value(element)
		elements, changed = append(elements, element), changed || other
	}
	switch t := v.Type(); {
	case !changed:
		return v, false
	case t.IsTupleType():
		return cty.TupleVal(elements), true
	case t.IsSetType():
		return cty.SetVal(elements), true
	}
	return cty.ListVal(elements), true
}
