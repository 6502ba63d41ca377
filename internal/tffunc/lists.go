package tffunc

import (
	"errors"
	"sort"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// all is alltrue (want true) and anytrue (want false) in one: the answer is
// known as soon as one element decides it, though others are unknown.
func all(want bool) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{{Name: "list", Type: cty.List(cty.Bool)}},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: func(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() },
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			unknown := false
			for it := args[0].ElementIterator(); it.Next(); {
				_, v := it.Element()
				switch {
				case !v.IsKnown():
					unknown = true
				case !v.IsNull() && v.True() != want, v.IsNull() && want:
					return cty.BoolVal(!want), nil
				}
			}
			if unknown {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(want), nil
		},
	})
}

// elements returns the elements of a list, set or tuple.
func elements(v cty.Value, argument int) ([]cty.Value, error) {
	t := v.Type()
	if !t.IsListType() && !t.IsSetType() && !t.IsTupleType() {
		return nil, function.NewArgErrorf(argument, "must be a list, a set or a tuple")
	}
	return v.AsValueSlice(), nil
}

func sum() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}},
		Type:   function.StaticReturnType(cty.Number),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list, err := elements(args[0], 0)
			if err == nil && len(list) == 0 {
				err = function.NewArgErrorf(0, "cannot sum an empty list")
			}
			if err != nil {
				return cty.NilVal, err
			}
			total := cty.Zero
			for _, v := range list {
				n, err := convert.Convert(v, cty.Number)
				if err != nil || n.IsKnown() && n.IsNull() {
					return cty.NilVal, function.NewArgErrorf(0, "argument must be list, set, or tuple of number values")
				}
				total = total.Add(n)
			}
			return total, nil
		},
	})
}

func one() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}},
		Type: func(args []cty.Value) (cty.Type, error) {
			t := args[0].Type()
			switch {
			case t.IsListType(), t.IsSetType():
				return t.ElementType(), nil
			case t.IsTupleType() && t.Length() == 0:
				return cty.DynamicPseudoType, nil
			case t.IsTupleType() && t.Length() == 1:
				return t.TupleElementType(0), nil
			}
			return cty.NilType, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
		},
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) {
			list := args[0].AsValueSlice()
			switch len(list) {
			case 0:
				return cty.NullVal(t), nil
			case 1:
				return list[0], nil
			}
			return cty.NilVal, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
		},
	})
}

// index finds the position of a value in a list.
func index() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			{Name: "list", Type: cty.DynamicPseudoType}, {Name: "value", Type: cty.DynamicPseudoType},
		},
		Type: function.StaticReturnType(cty.Number),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if t := args[0].Type(); !t.IsListType() && !t.IsTupleType() {
				return cty.NilVal, errors.New("argument must be a list or tuple")
			}
			list := args[0].AsValueSlice()
			if len(list) == 0 {
				return cty.NilVal, errors.New("cannot search an empty list")
			}
			for i, v := range list {
				eq := v.Equals(args[1])
				if !eq.IsKnown() {
					return cty.UnknownVal(cty.Number), nil
				}
				if eq.True() {
					return cty.NumberIntVal(int64(i)), nil
				}
			}
			return cty.NilVal, errors.New("item not found")
		},
	})
}

func matchkeys() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			{Name: "values", Type: cty.List(cty.DynamicPseudoType)}, {Name: "keys", Type: cty.List(cty.DynamicPseudoType)},
			{Name: "searchset", Type: cty.List(cty.DynamicPseudoType)},
		},
		Type: func(args []cty.Value) (cty.Type, error) {
			if t, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()}); t == cty.NilType {
				return cty.NilType, errors.New("keys and searchset must be of the same type")
			}
			return args[0].Type(), nil
		},
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) { return matched(args, t) },
	})
}

func matched(args []cty.Value, t cty.Type) (cty.Value, error) {
	values, keys, search := args[0].AsValueSlice(), args[1].AsValueSlice(), args[2].AsValueSlice()
	if len(values) != len(keys) {
		return cty.NilVal, errors.New("length of keys and values should be equal")
	}
	var out []cty.Value
	for i, key := range keys {
		for _, s := range search {
			eq, err := equal(key, s)
			if err != nil || !eq.IsKnown() {
				return cty.UnknownVal(t), err
			}
			if eq.True() {
				out = append(out, values[i])
				break
			}
		}
	}
	if len(out) == 0 {
		return cty.ListValEmpty(t.ElementType()), nil
	}
	return cty.ListVal(out), nil
}

func equal(a, b cty.Value) (cty.Value, error) {
	t, _ := convert.UnifyUnsafe([]cty.Type{a.Type(), b.Type()})
	if t == cty.NilType {
		return cty.NilVal, errors.New("keys and searchset must be of the same type")
	}
	x, err := convert.Convert(a, t)
	if err != nil {
		return cty.NilVal, err
	}
	y, err := convert.Convert(b, t)
	if err != nil {
		return cty.NilVal, err
	}
	return x.Equals(y), nil
}

// transpose turns a map of lists of strings around.
func transpose() function.Function {
	t := cty.Map(cty.List(cty.String))
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "values", Type: t}},
		Type:   function.StaticReturnType(t),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsWhollyKnown() {
				return cty.UnknownVal(t), nil
			}
			turned := map[string][]string{}
			for key, list := range args[0].AsValueMap() {
				if list.IsNull() {
					return cty.NilVal, function.NewArgErrorf(0, "a list is null")
				}
				for _, v := range list.AsValueSlice() {
					if v.IsNull() {
						return cty.NilVal, function.NewArgErrorf(0, "a list has a null element")
					}
					turned[v.AsString()] = append(turned[v.AsString()], key)
				}
			}
			return mapOfLists(turned), nil
		},
	})
}

func mapOfLists(m map[string][]string) cty.Value {
	if len(m) == 0 {
		return cty.MapValEmpty(cty.List(cty.String))
	}
	out := make(map[string]cty.Value, len(m))
	for key, list := range m {
		sort.Strings(list)
		values := make([]cty.Value, len(list))
		for i, s := range list {
			values[i] = cty.StringVal(s)
		}
		out[key] = cty.ListVal(values)
	}
	return cty.MapVal(out)
}

// lookup finds a key in a map or object. The default may be left out, and may be null.
func lookup() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			{Name: "inputMap", Type: cty.DynamicPseudoType}, {Name: "key", Type: cty.String},
		},
		VarParam: &function.Parameter{Name: "default", Type: cty.DynamicPseudoType, AllowNull: true, AllowDynamicType: true},
		Type: func(args []cty.Value) (cty.Type, error) {
			if !args[1].IsKnown() || !args[0].IsKnown() {
				return cty.DynamicPseudoType, nil
			}
			v, err := find(args)
			return v.Type(), err
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return find(args) },
	})
}

func find(args []cty.Value) (cty.Value, error) {
	if len(args) > 3 {
		return cty.DynamicVal, errors.New("lookup() takes two or three arguments")
	}
	v, err := strictLookup(args)
	if err == nil || len(args) < 3 || !errors.Is(err, errNoKey) {
		return v, err
	}
	if t := args[0].Type(); t.IsMapType() {
		v, err := convert.Convert(args[2], t.ElementType())
		if err != nil {
			return cty.DynamicVal, function.NewArgErrorf(2, "the default value must have the same type as the map elements")
		}
		return v, nil
	}
	return args[2], nil
}

var errNoKey = errors.New("lookup failed: the map has no such key, and no default was given")

func strictLookup(args []cty.Value) (cty.Value, error) {
	m, key := args[0], args[1].AsString()
	switch t := m.Type(); {
	case t.IsObjectType() && t.HasAttribute(key):
		return m.GetAttr(key), nil
	case t.IsMapType() && m.HasIndex(args[1]).True():
		return m.Index(args[1]), nil
	case !t.IsObjectType() && !t.IsMapType():
		return cty.DynamicVal, function.NewArgErrorf(0, "lookup() requires a map as the first argument")
	}
	return cty.DynamicVal, errNoKey
}
