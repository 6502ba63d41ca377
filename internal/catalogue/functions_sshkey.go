package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func sshKeyStrengthFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Bits of security of a public SSH key: RSA 2048 has 112, RSA 3072, P-256 and Ed25519 have 128; DSA and what is no key have 0.",
		Params:      []function.Parameter{{Name: "public_key", Type: cty.String}},
		Type:        function.StaticReturnType(cty.Number),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.NumberIntVal(int64(parseSSHKey(args[0].AsString()).strength)), nil
		},
	})
}

func sshKeyKindFunc() function.Function {
	return function.New(&function.Spec{
		Description: `Kind and size of a public SSH key, such as "RSA 2048".`,
		Params:      []function.Parameter{{Name: "public_key", Type: cty.String}},
		Type:        function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.StringVal(parseSSHKey(args[0].AsString()).kind), nil
		},
	})
}
