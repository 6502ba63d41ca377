package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestSomeOf(t *testing.T) {
	testCalls(t, "some_of", []callTest{
		{"none", []cty.Value{cty.ListValEmpty(cty.String)}, cty.StringVal("")},
		{"one", []cty.Value{texts("a")}, cty.StringVal("a")},
		{"five", []cty.Value{texts("a", "b", "c", "d", "e")}, cty.StringVal("a, b, c, d, e")},
		{"six", []cty.Value{texts("a", "b", "c", "d", "e", "f")}, cty.StringVal("a, b, c and 3 more")},
		{"unknown", []cty.Value{cty.UnknownVal(cty.List(cty.String))}, cty.UnknownVal(cty.String)},
		{"one unknown", []cty.Value{cty.ListVal([]cty.Value{cty.UnknownVal(cty.String)})}, cty.UnknownVal(cty.String)},
	})
}
