package catalogue

import (
	"maps"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

func TestDefaultVPC(t *testing.T) {
	something := cty.UnknownVal(cty.String).RefineNotNull()
	testCalls(t, "default_vpc", []callTest{
		{"made by a resource", []cty.Value{nullText, open}, cty.False},
		{"made by a resource, and the first of its region", []cty.Value{nullText, cty.True}, cty.False},
		{"by region", []cty.Value{cty.StringVal("region"), open}, cty.True},
		{"by name", []cty.Value{cty.StringVal("name"), open}, cty.False},
		{"by id", []cty.Value{cty.StringVal("id"), open}, cty.False},
		{"by name, read", []cty.Value{cty.StringVal("name"), cty.True}, cty.True},
		{"by something, read", []cty.Value{something, cty.False}, cty.False},
		{"by something", []cty.Value{something, open}, open},
		{"by region, without the attribute", []cty.Value{cty.StringVal("region"), cty.NullVal(cty.Bool)}, cty.True},
		{"by name, without the attribute", []cty.Value{cty.StringVal("name"), cty.NullVal(cty.Bool)}, cty.False},
	})
}

func TestFoundBy(t *testing.T) {
	const address = "data.digitalocean_vpc.x"
	own := func(name string) cty.Value {
		return inventory.Unknown(cty.String, inventory.Origin{Address: address, Attribute: name})
	}
	something := cty.UnknownVal(cty.String).RefineNotNull()
	none := map[string]bool{"id": false, "name": false, "region": false}
	given := func(names ...string) map[string]bool {
		out := maps.Clone(none)
		for _, name := range names {
			out[name] = true
		}
		return out
	}
	anything := inventory.Unknown(cty.String, inventory.Anything)
	for _, test := range []struct {
		name         string
		data         bool
		configured   map[string]bool
		vpc, vpcName cty.Value // values of region and name
		want         cty.Value
	}{
		{"a resource", false, given("name", "region"), cty.StringVal("ams3"), cty.StringVal("a"), nullText},
		{"one argument", true, given("region"), cty.StringVal("ams3"), own("name"), cty.StringVal("region")},
		{"one argument, of which the value is unknown", true, given("region"), anything, own("name"), cty.StringVal("region")},
		{"another one is null", true, given("name", "region"), cty.NullVal(cty.String), cty.StringVal("a"), cty.StringVal("name")},
		{"another one may be null", true, given("name", "region"), anything, cty.StringVal("a"), something},
		{"no argument", true, none, own("region"), own("name"), something},
		{"nothing told", true, nil, cty.StringVal("ams3"), cty.StringVal("a"), something},
		{"not all told", true, map[string]bool{"region": true}, cty.StringVal("ams3"), own("name"), something},
	} {
		i := &inventory.Instance{Address: address, Object: &inventory.Object{
			Type: "digitalocean_vpc", Data: test.data, Configured: test.configured,
			Values: cty.ObjectVal(map[string]cty.Value{"id": own("id"), "region": test.vpc, "name": test.vpcName}),
		}}
		if got := FoundBy(i); !got.RawEquals(test.want) {
			t.Errorf("%s: got %#v, want %#v", test.name, got, test.want)
		}
	}
	if got := FoundBy(&inventory.Instance{Object: &inventory.Object{Type: "digitalocean_tag", Data: true}}); !got.RawEquals(something) {
		t.Errorf("a type without such a rule: got %#v", got)
	}
}
