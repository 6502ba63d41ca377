package tffunc

import (
	"fmt"
	"regexp"
	stdstrings "strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// ofTexts makes a function from strings to a value of one type.
func ofTexts(t cty.Type, f func(args []string) (cty.Value, error), parameters ...string) function.Function {
	params := make([]function.Parameter, len(parameters))
	for i, name := range parameters {
		params[i] = function.Parameter{Name: name, Type: cty.String}
	}
	return function.New(&function.Spec{
		Params:       params,
		Type:         function.StaticReturnType(t),
		RefineResult: func(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() },
		Impl: func(values []cty.Value, _ cty.Type) (cty.Value, error) {
			args := make([]string, len(values))
			for i, v := range values {
				args[i] = v.AsString()
			}
			return f(args)
		},
	})
}

// onText makes a function from string to string that cannot fail.
func onText(parameter string, f func(string) string) function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) { return cty.StringVal(f(args[0])), nil }, parameter)
}

// asks makes a function that asks something about two strings.
func asks(f func(a, b string) bool, parameters ...string) function.Function {
	return ofTexts(cty.Bool, func(args []string) (cty.Value, error) { return cty.BoolVal(f(args[0], args[1])), nil }, parameters...)
}

// isPattern tells whether replace takes its second argument for a regular expression.
func isPattern(s string) bool {
	return len(s) > 1 && s[0] == '/' && s[len(s)-1] == '/'
}

func replace() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		text, substring, with := args[0], args[1], args[2]
		if !isPattern(substring) {
			return cty.StringVal(stdstrings.ReplaceAll(text, substring, with)), nil
		}
		pattern, err := regexp.Compile(substring[1 : len(substring)-1])
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(1, "not a regular expression: %s", err)
		}
		out := pattern.ReplaceAllString(text, with)
		return cty.StringVal(out), bytesWithin(float64(len(out)))
	}, "str", "substr", "replace")
}

// length also counts the characters of a string.
func length() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowDynamicType: true, AllowUnknown: true}},
		Type: func(args []cty.Value) (cty.Type, error) {
			t := args[0].Type()
			if t != cty.String && t != cty.DynamicPseudoType && !t.IsTupleType() && !t.IsObjectType() && !t.IsCollectionType() {
				return cty.NilType, fmt.Errorf("argument must be a string, a collection type, or a structural type")
			}
			return cty.Number, nil
		},
		RefineResult: func(b *cty.RefinementBuilder) *cty.RefinementBuilder {
			return b.NotNull().NumberRangeLowerBound(cty.Zero, true)
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			switch t := args[0].Type(); {
			case t == cty.DynamicPseudoType:
				return cty.UnknownVal(cty.Number), nil
			case t.IsTupleType():
				return cty.NumberIntVal(int64(len(t.TupleElementTypes()))), nil
			case t.IsObjectType():
				return cty.NumberIntVal(int64(len(t.AttributeTypes()))), nil
			case t == cty.String:
				return stdlib.Strlen(args[0])
			}
			return args[0].Length(), nil
		},
	})
}
