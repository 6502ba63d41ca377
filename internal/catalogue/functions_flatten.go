package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// flattenFunc is Terraform's flatten but for one thing: elements that are
// partly unknown stay as they are, where Terraform's makes the whole list
// unknown. Only a list of unknown length among the elements does that here.
func flattenFunc() function.Function {
	return function.New(&function.Spec{
		Description: "One list of the elements of a list of lists, at any depth.",
		Params:      []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true}},
		Type: func(args []cty.Value) (cty.Type, error) {
			flat, known, err := flatten(args[0])
			if err != nil || !known {
				return cty.DynamicPseudoType, err
			}
			types := make([]cty.Type, len(flat))
			for i, v := range flat {
				types[i] = v.Type()
			}
			return cty.Tuple(types), nil
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			flat, known, err := flatten(args[0])
			if err != nil || !known {
				return cty.DynamicVal, err
			}
			return cty.TupleVal(flat), nil
		},
	})
}

// flatten returns false where a list's length is unknown. The marks of a list go to its elements.
func flatten(v cty.Value) (flat []cty.Value, known bool, err error) {
	v, marks := v.Unmark()
	if !v.IsKnown() {
		return nil, false, nil
	}
	if v.IsNull() || !isList(v.Type()) {
		return nil, true, function.NewArgErrorf(0, "a list is needed")
	}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if t := element.Type(); !isList(t) && t != cty.DynamicPseudoType || element.IsNull() {
			flat = append(flat, element.WithMarks(marks))
			continue
		}
		inner, known, err := flatten(element.WithMarks(marks))
		if err != nil || !known {
			return nil, false, err
		}
		flat = append(flat, inner...)
	}
	return flat, true, nil
}

func isList(t cty.Type) bool { return t.IsListType() || t.IsSetType() || t.IsTupleType() }
