package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestEndOfLife(t *testing.T) {
	ask := func(kind, name string) []cty.Value { return []cty.Value{cty.StringVal(kind), cty.StringVal(name)} }
	testCalls(t, "end_of_life", []callTest{
		{"ended", ask("image", "ubuntu-18-04-x64"), cty.True},
		{"supported", ask("image", "ubuntu-24-04-x64"), cty.False},
		{"the last day counts", ask("image", "today-x64"), cty.False},
		{"the day after does not", ask("image", "yesterday-x64"), cty.True},
		{"by its minor", ask("kubernetes", "1.33.1-do.0"), cty.True},
		{"another minor that begins alike", ask("kubernetes", "1.34.1-do.0"), open},
		{"not listed", ask("image", "docker-20-04"), open},
		{"no such kind", ask("mongodb", "7"), open},
		{"an id", ask("image", "123456"), open},
		{"null", []cty.Value{cty.StringVal("image"), nullText}, open},
		{"unknown", []cty.Value{cty.StringVal("image"), unknownText}, open},
	})
	testCalls(t, "end_of_life_date", []callTest{
		{"listed", ask("image", "ubuntu-18-04-x64"), cty.StringVal("2023-05-31")},
		{"not listed", ask("image", "docker-20-04"), cty.StringVal("")},
		{"null", []cty.Value{cty.StringVal("image"), nullText}, cty.StringVal("")},
		{"unknown", []cty.Value{unknownText, cty.StringVal("16")}, cty.UnknownVal(cty.String)},
	})
}

func TestLifetimesWithoutData(t *testing.T) {
	f := securityFunctions(nil, noon())["end_of_life"]
	got, err := f.Call([]cty.Value{cty.StringVal("image"), cty.StringVal("ubuntu-24-04-x64")})
	if err != nil || got.IsKnown() {
		t.Errorf("got %#v, %v", got, err)
	}
}

func TestLifetimesRefuseWhatIsNoDate(t *testing.T) {
	var l Lifetimes
	diags := l.add(lifetimesBlock{Kind: "image", Name: "x", AsOf: "today", Dates: map[string]string{"x": "2026-13-01", "y": "2026-12-01"}})
	if len(diags) != 2 {
		t.Errorf("got %v, want one for as_of and one for x", diags)
	}
	if _, ok := l.Lookup("image", "y"); !ok {
		t.Error("the date that can be read is lost")
	}
}
