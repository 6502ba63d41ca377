package tffunc

import (
	"path"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func paths() map[string]function.Function {
	return map[string]function.Function{"basename": onText("path", path.Base), "dirname": onText("path", path.Dir)}
}

// onText makes a function from string to string that cannot fail.
func onText(parameter string, f func(string) string) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: parameter, Type: cty.String}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.StringVal(f(args[0].AsString())), nil
		},
	})
}
