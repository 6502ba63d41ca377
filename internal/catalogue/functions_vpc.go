package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// defaultVPCFunc: the provider's data source takes one of id, name and region,
// and finds the region's default VPC by its region. One that has a name is taken
// for somebody's until it has been read.
func defaultVPCFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether a data source finds its region's default VPC, by the region or as it was read: default_vpc(v.found_by, v.default). Never for what a resource makes.",
		Params: []function.Parameter{
			{Name: "found_by", Type: cty.String, AllowNull: true, AllowUnknown: true},
			{Name: "default", Type: cty.Bool, AllowNull: true, AllowUnknown: true},
		},
		Type: function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			by, isDefault := args[0], args[1]
			switch {
			case by.IsKnown() && by.IsNull():
				return cty.False, nil
			case by.IsKnown() && by.AsString() == "region":
				return cty.True, nil
			case isDefault.IsKnown() && !isDefault.IsNull():
				return isDefault, nil
			case by.IsKnown():
				return cty.False, nil
			}
			return cty.UnknownVal(cty.Bool), nil
		},
	})
}
