package catalogue

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Of a list that is longer than someWhole, someOf names the first someNamed.
const someWhole, someNamed = 5, 3

// someOfFunc is for lists that nobody would read to the end: of a thousand load
// balancers three and the number of the others say as much.
func someOfFunc() function.Function {
	return function.New(&function.Spec{
		Description: "The texts of a list with commas between them; of more than five the first three and how many there are besides. For the texts of gaps.",
		Params:      []function.Parameter{{Name: "texts", Type: cty.List(cty.String)}},
		Type:        function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			var texts []string
			for _, v := range args[0].AsValueSlice() {
				if v.IsNull() || !v.IsKnown() {
					return cty.UnknownVal(cty.String), nil
				}
				texts = append(texts, v.AsString())
			}
			return cty.StringVal(someOf(texts)), nil
		},
	})
}

func someOf(texts []string) string {
	if len(texts) <= someWhole {
		return strings.Join(texts, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(texts[:someNamed], ", "), len(texts)-someNamed)
}
