package catalogue

import (
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// unknown and null arguments that the tables of function tests share.
var (
	unknownText = cty.UnknownVal(cty.String)
	nullText    = cty.NullVal(cty.String)
	open        = cty.UnknownVal(cty.Bool)
)

// noon is the time at which the tests of this package take place.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

type callTest struct {
	name string
	args []cty.Value
	want cty.Value
}

// testCalls calls a security function with each test's arguments, and once more
// with a mark on them, which has to come out again.
func testCalls(t *testing.T, function string, tests []callTest) {
	t.Helper()
	f := securityFunctions(testLifetimes(), noon())[function]
	for _, test := range tests {
		got, err := f.Call(test.args)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if !got.RawEquals(test.want) {
			t.Errorf("%s: got %#v, want %#v", test.name, got, test.want)
		}
		marked := append([]cty.Value(nil), test.args...)
		marked[0] = marked[0].Mark("secret")
		if got, err := f.Call(marked); err != nil || !got.RawEquals(test.want.Mark("secret")) {
			t.Errorf("%s, marked: got %#v, %v", test.name, got, err)
		}
	}
}

func testLifetimes() *Lifetimes {
	var l Lifetimes
	l.add(lifetimesBlock{Kind: "image", Name: "ubuntu", Source: "https://example.com", AsOf: "2026-11-01", Dates: map[string]string{
		"ubuntu-18-04-x64": "2023-05-31",
		"ubuntu-24-04-x64": "2029-05-31",
		"today-x64":        "2026-11-23",
		"yesterday-x64":    "2026-11-22",
	}})
	l.add(lifetimesBlock{Kind: "kubernetes", Name: "kubernetes", AsOf: "2026-11-01", Dates: map[string]string{"1.33": "2026-06-28", "1.3": "2017-01-01"}})
	return &l
}

func texts(list ...string) cty.Value { return listOfStrings(list) }

func listWith(elements ...cty.Value) cty.Value { return cty.ListVal(elements) }
