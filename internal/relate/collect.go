package relate

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// own is what depends on which of the instances that share an Object it is: what
// stands beside the Object, and origins that count from the instance.
type own struct {
	beside  bool
	origins []ownOrigin
}

func (o *own) any() bool { return o.beside || len(o.origins) > 0 }

// ownOrigin is such an origin; plain, where it is the instance's own attribute
// and that is known by no other name.
type ownOrigin struct {
	inventory.Origin
	plain bool
}

// collect gathers what all instances with the Object of one hold at a path, and
// tells what each holds besides.
func (r *resolver) collect(i *inventory.Instance, path []string) (v values, o own) {
	w := walker{resolver: r, instance: i, into: &v}
	if _, o.beside = i.Text(path[0]); !o.beside {
		w.walk(i.Values, path, nil)
		o.origins = w.own
	}
	r.complete(&v, i, path)
	return v, o
}

// complete fills in what holds for the path.
func (r *resolver) complete(v *values, i *inventory.Instance, path []string) {
	v.input = i.Input
	v.assigned = !i.Data && len(path) == 1 && path[0] == "id" && provider.Identity(i.Type, "id") == ""
	v.ownUnknown = v.ownUnknown && r.inventory.Inputs[i.Input].Kind == "configuration"
}

// ownOf gathers what one instance holds besides.
func (r *resolver) ownOf(i *inventory.Instance, path []string, o own, all *values) (v values) {
	r.fillOwn(&v, i, path, o, all)
	return v
}

// fillOwn is ownOf with values that have served before.
func (r *resolver) fillOwn(v *values, i *inventory.Instance, path []string, o own, all *values) {
	v.sure.empty()
	v.maybe.empty()
	v.derived.empty()
	v.anything, v.literals, v.ownUnknown = all.anything, all.literals, false
	if text, _ := i.Text(path[0]); o.beside && text != "" {
		v.text(text, false)
	}
	for _, one := range o.origins {
		if one.plain {
			r.file(one.Origin, r.keyOf(i, one.Attribute), v)
			v.ownUnknown = true
			continue
		}
		r.origin(one.Of(i), i, v, 0)
	}
	r.complete(v, i, path)
}

// whole gathers all that one instance holds.
func (r *resolver) whole(i *inventory.Instance, path []string) values {
	v, o := r.collect(i, path)
	if !o.any() {
		return v
	}
	more := r.ownOf(i, path, o, &v)
	v.join(&more)
	return v
}

// keyOf is the key of an instance's attribute that only apply knows.
func (r *resolver) keyOf(i *inventory.Instance, attribute string) key {
	return key{attribute: attribute, instance: r.index[i] + 1, origin: true}
}

// walker gathers the scalars at a path of one instance, and what stands there
// for other instances with its Object.
type walker struct {
	resolver *resolver
	instance *inventory.Instance
	into     *values
	own      []ownOrigin
}

// walk goes down a path. Marks of a collection hold for the unknown elements that have none.
func (w *walker) walk(v cty.Value, path []string, outer cty.ValueMarks) {
	v, marks := v.Unmark()
	if !hasOrigin(marks) {
		marks = outer
	}
	t := v.Type()
	switch {
	case !v.IsKnown():
		w.unknown(marks, len(path) > 0 || t.IsCollectionType() || t == cty.DynamicPseudoType)
	case v.IsNull():
	case t.IsListType() || t.IsSetType() || t.IsTupleType() || t.IsMapType():
		for it := v.ElementIterator(); it.Next(); {
			_, element := it.Element()
			w.walk(element, path, marks)
		}
	case len(path) > 0 && t.IsObjectType():
		if t.HasAttribute(path[0]) {
			w.walk(v.GetAttr(path[0]), path[1:], marks)
		} else {
			w.into.anything = true // an attribute that this version of the schema does not have
		}
	case len(path) == 0 && t.IsPrimitiveType():
		if s, err := convert.Convert(v, cty.String); err == nil && s.AsString() != "" {
			w.into.text(s.AsString(), false)
		}
	}
}

func hasOrigin(marks cty.ValueMarks) bool {
	for m := range marks {
		if _, ok := m.(inventory.Origin); ok {
			return true
		}
	}
	return false
}

// originsOf are the origins among the marks of a value, as they are.
func originsOf(marks cty.ValueMarks) (origins []inventory.Origin) {
	for m := range marks {
		if o, ok := m.(inventory.Origin); ok {
			origins = append(origins, o)
		}
	}
	return origins
}

// unknown files an unknown value's origins. A scalar with several sure origins
// is one of them, nobody knows which.
func (w *walker) unknown(marks cty.ValueMarks, collection bool) {
	origins := originsOf(marks)
	sure, named := 0, 0
	for _, o := range origins {
		switch {
		case o == inventory.Anything:
			w.into.anything = true
		case o == inventory.Literals:
			w.into.literals = true
		default:
			named++
			if o.Certainty == inventory.Sure || o.Certainty == inventory.Assumed {
				sure++
			}
		}
	}
	if named == 0 {
		w.into.anything = w.into.anything || !w.into.literals
	}
	for _, o := range origins {
		if o == inventory.Anything || o == inventory.Literals {
			continue
		}
		if !collection && sure > 1 && o.Certainty != inventory.Derived {
			o.Certainty = inventory.Maybe
		}
		if o.Frame != inventory.Absolute {
			w.own = append(w.own, ownOrigin{o, w.plain(o)})
			continue
		}
		w.resolver.origin(o.Of(w.instance), w.instance, w.into, 0)
	}
}

// plain tells whether an origin is the holder's own attribute, and no other
// attribute has its value.
func (w *walker) plain(o inventory.Origin) bool {
	format, _ := provider.Composed(w.instance.Type, o.Attribute)
	return o.Frame == inventory.Itself && format == "" && provider.Identity(w.instance.Type, o.Attribute) == ""
}
