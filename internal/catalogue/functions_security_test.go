package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestSurely(t *testing.T) {
	testCalls(t, "surely", []callTest{
		{"true", []cty.Value{cty.True}, cty.True},
		{"false", []cty.Value{cty.False}, cty.False},
		{"unknown", []cty.Value{open}, cty.False},
		{"null", []cty.Value{cty.NullVal(cty.Bool)}, cty.False},
	})
}

func TestElements(t *testing.T) {
	list := cty.List(cty.String)
	testCalls(t, "elements", []callTest{
		{"a list", []cty.Value{texts("a")}, texts("a")},
		{"null", []cty.Value{cty.NullVal(list)}, cty.ListValEmpty(cty.String)},
		{"null map", []cty.Value{cty.NullVal(cty.Map(cty.String))}, cty.MapValEmpty(cty.String)},
		{"null set", []cty.Value{cty.NullVal(cty.Set(cty.String))}, cty.SetValEmpty(cty.String)},
		{"unknown", []cty.Value{cty.UnknownVal(list)}, cty.UnknownVal(list)},
	})
}

func TestEffective(t *testing.T) {
	unknownBool := cty.UnknownVal(cty.Bool)
	f := securityFunctions(nil, noon())["effective"]
	for _, test := range []struct {
		name                         string
		configured, value, otherwise cty.Value
		want                         cty.Value
	}{
		{"known, set", cty.True, cty.True, cty.False, cty.True},
		{"known, not set: the state shows it", cty.False, cty.True, cty.False, cty.True},
		{"known, not told", open, cty.True, cty.False, cty.True},
		{"unknown, not set", cty.False, unknownBool, cty.False, cty.False},
		{"unknown, set", cty.True, unknownBool, cty.False, unknownBool},
		{"unknown, not told", open, unknownBool, cty.False, unknownBool},
		{"null", cty.True, cty.NullVal(cty.Bool), cty.False, cty.False},
		{"an unset block", cty.False, cty.UnknownVal(cty.List(cty.String)), cty.EmptyTupleVal, cty.EmptyTupleVal},
		{"unknown otherwise", cty.False, unknownBool, unknownBool, unknownBool},
	} {
		got, err := f.Call([]cty.Value{test.configured, test.value, test.otherwise})
		if err != nil || !got.RawEquals(test.want) {
			t.Errorf("%s: got %#v, %v, want %#v", test.name, got, err, test.want)
		}
	}
}

// Every function says what it does: docs and the editor show it.
func TestSecurityFunctionsAreDescribed(t *testing.T) {
	for name, f := range securityFunctions(nil, noon()) {
		if f.Description() == "" {
			t.Errorf("%s has no description", name)
		}
	}
}
