package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// linear makes a function that takes lists fast where they are long. HCL gives
// it what brackets and loops make, tuples, for which go-cty looks for one type
// of all elements, comparing each with each. They have one type as a rule.
func linear(f function.Function) function.Function {
	params, some := f.Params(), false
	wanted := make([]cty.Type, len(params))
	for n := range params {
		if wanted[n] = params[n].Type; isTexts(wanted[n]) {
			params[n].Type, some = cty.DynamicPseudoType, true
			params[n].AllowMarked, params[n].AllowUnknown, params[n].AllowNull, params[n].AllowDynamicType = true, true, true, true
		}
	}
	if !some || f.VarParam() != nil {
		return f
	}
	lists := func(args []cty.Value) ([]cty.Value, error) {
		out := make([]cty.Value, len(args))
		for n, v := range args {
			if out[n] = v; isTexts(wanted[n]) {
				var err error
				if out[n], err = asList(v, wanted[n]); err != nil {
					return nil, function.NewArgError(n, err)
				}
			}
		}
		return out, nil
	}
	return function.New(&function.Spec{
		Description: f.Description(),
		Params:      params,
		Type: func(args []cty.Value) (cty.Type, error) {
			args, err := lists(args)
			if err != nil {
				return cty.NilType, err
			}
			return f.ReturnTypeForValues(args)
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			args, err := lists(args)
			if err != nil {
				return cty.NilVal, err
			}
			return f.Call(args)
		},
	})
}

// isTexts tells of lists of texts, numbers or bools.
func isTexts(t cty.Type) bool { return t.IsListType() && t.ElementType().IsPrimitiveType() }

func asList(v cty.Value, wanted cty.Type) (cty.Value, error) {
	bare, marks := v.Unmark()
	t := bare.Type()
	if !t.IsTupleType() || !bare.IsKnown() || bare.IsNull() || t.Length() == 0 {
		return convert.Convert(v, wanted)
	}
	for _, element := range t.TupleElementTypes() {
		if element != wanted.ElementType() {
			return convert.Convert(v, wanted)
		}
	}
	return cty.ListVal(bare.AsValueSlice()).WithMarks(marks), nil
}
