package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func policyGrantsPublicFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether a bucket policy allows anything to everyone.",
		Params:      []function.Parameter{{Name: "policy", Type: cty.String, AllowNull: true}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			actions, ok := publicActionsOf(args[0])
			if !ok {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(len(actions) > 0), nil
		},
	})
}

func policyPublicActionsFunc() function.Function {
	return function.New(&function.Spec{
		Description: `The actions that a bucket policy allows to everyone, as they are written: ["s3:GetObject"]; "*" for a statement with NotAction.`,
		Params:      []function.Parameter{{Name: "policy", Type: cty.String, AllowNull: true}},
		Type:        function.StaticReturnType(cty.List(cty.String)),
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) {
			actions, ok := publicActionsOf(args[0])
			if !ok {
				return cty.UnknownVal(t), nil
			}
			return listOfStrings(actions), nil
		},
	})
}

func publicActionsOf(v cty.Value) (actions []string, ok bool) {
	if v.IsNull() {
		return nil, true
	}
	p, err := parsePolicy(v.AsString())
	if err != nil {
		return nil, false
	}
	return p.publicActions(), true
}
