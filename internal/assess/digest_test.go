package assess

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// TestDigest: values that rules can tell apart have other sums; origins do not count.
func TestDigest(t *testing.T) {
	text := cty.StringVal
	different := []cty.Value{
		text(""), text("a"), text("1"), text("null"), cty.NullVal(cty.String), cty.UnknownVal(cty.String), cty.UnknownVal(cty.String).RefineNotNull(),
		cty.NumberIntVal(1), cty.NumberFloatVal(1.5), cty.MustParseNumberVal("12345678901234567890123"), cty.MustParseNumberVal("12345678901234567890124"),
		cty.True, cty.False, cty.UnknownVal(cty.Bool), cty.DynamicVal, text("a").Mark(inventory.Sensitive),
		cty.ListValEmpty(cty.String), cty.ListVal([]cty.Value{text("a")}), cty.ListVal([]cty.Value{text("a"), text("a")}), cty.ListVal([]cty.Value{text("aa")}),
		cty.ListVal([]cty.Value{text("a"), cty.UnknownVal(cty.String)}), cty.MapVal(map[string]cty.Value{"a": text("b")}), cty.MapVal(map[string]cty.Value{"b": text("a")}),
		cty.ListVal([]cty.Value{cty.ListVal([]cty.Value{text("a")})}), cty.ListVal([]cty.Value{cty.ListVal([]cty.Value{text("a")}), cty.ListValEmpty(cty.String)}),
	}
	var d digest
	of := func(v cty.Value) sum {
		d.reset()
		d.value(v)
		return d.sum()
	}
	seen := map[sum]cty.Value{}
	for _, v := range different {
		if other, ok := seen[of(v)]; ok {
			t.Errorf("%#v is like %#v", v, other)
		}
		seen[of(v)] = v
	}
	marked := inventory.Unknown(cty.String, inventory.Origin{Address: "digitalocean_vpc.v", Attribute: "id"})
	if of(marked) != of(cty.UnknownVal(cty.String)) {
		t.Error("an origin counts")
	}
}
