package catalogue

import (
	"errors"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// How many a message names: all of a few, else the first ones.
const (
	namesWhole = 5
	namesFirst = 3
)

// namesFunc words a list in a message. A thousand instances in one sentence
// help nobody.
func namesFunc() function.Function {
	return function.New(&function.Spec{
		Description: "A list for a message: all of up to five, or the first three and how many more there are; of resources the addresses.",
		// It looks at few of the elements, so it takes them with their marks.
		Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType, AllowMarked: true}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list, marks := args[0].Unmark()
			if t := list.Type(); !t.IsListType() && !t.IsSetType() && !t.IsTupleType() {
				return cty.NilVal, function.NewArgErrorf(0, "must be a list of texts or of resources")
			}
			most, count := namesWhole, list.LengthInt()
			if count > namesWhole {
				most = namesFirst
			}
			var names []string
			for it := list.ElementIterator(); len(names) < most && it.Next(); {
				_, element := it.Element()
				name, more, err := nameOf(element)
				if err != nil {
					return cty.NilVal, function.NewArgError(0, err)
				}
				marks = joined(marks, more)
				if !name.IsKnown() {
					return cty.UnknownVal(cty.String).WithMarks(marks), nil
				}
				names = append(names, name.AsString())
			}
			text := strings.Join(names, ", ")
			if count > len(names) {
				text += fmt.Sprintf(" and %d more", count-len(names))
			}
			return cty.StringVal(text).WithMarks(marks), nil
		},
	})
}

// nameOf is a text, or the address of a resource.
func nameOf(v cty.Value) (name cty.Value, marks cty.ValueMarks, err error) {
	v, marks = v.Unmark()
	if v.IsKnown() && !v.IsNull() && v.Type().IsObjectType() && v.Type().HasAttribute("address") {
		var more cty.ValueMarks
		v, more = v.GetAttr("address").Unmark()
		marks = joined(marks, more)
	}
	if v.Type() != cty.String && v.Type() != cty.DynamicPseudoType || v.IsNull() {
		return cty.NilVal, nil, errors.New("must be a list of texts or of resources")
	}
	return v, marks, nil
}

func joined(a, b cty.ValueMarks) cty.ValueMarks {
	if len(b) == 0 {
		return a
	}
	return cty.NewValueMarks(a, b)
}
