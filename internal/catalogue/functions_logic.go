package catalogue

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// anyTrue is Terraform's anytrue with the third truth value: one known true
// decides, though other elements are unknown.
func anyTrue() function.Function { return quantifier(cty.True) }

// allTrue is Terraform's alltrue: one known false (or null) decides.
func allTrue() function.Function { return quantifier(cty.False) }

func quantifier(decisive cty.Value) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "list", Type: cty.List(cty.Bool)}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			unknown := false
			for it := args[0].ElementIterator(); it.Next(); {
				_, v := it.Element()
				switch {
				case !v.IsKnown():
					unknown = true
				case v.IsNull() && decisive.False(), !v.IsNull() && v.RawEquals(decisive):
					return decisive, nil
				}
			}
			if unknown {
				return cty.UnknownVal(cty.Bool), nil
			}
			return decisive.Not(), nil
		},
	})
}

func startsWith() function.Function { return textTest("prefix", strings.HasPrefix) }

func endsWith() function.Function { return textTest("suffix", strings.HasSuffix) }

func strContains() function.Function { return textTest("substr", strings.Contains) }

func textTest(name string, test func(s, part string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: name, Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(test(args[0].AsString(), args[1].AsString())), nil
		},
	})
}
