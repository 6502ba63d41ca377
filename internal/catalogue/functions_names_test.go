package catalogue

import (
	"fmt"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

func TestNames(t *testing.T) {
	texts := func(n int) cty.Value {
		var list []cty.Value
		for i := range n {
			list = append(list, cty.StringVal(fmt.Sprint("t", i)))
		}
		return cty.TupleVal(list)
	}
	lb := func(name string) cty.Value {
		return cty.ObjectVal(map[string]cty.Value{"address": cty.StringVal(name), "ip": cty.StringVal("x").Mark(inventory.Sensitive)})
	}
	for name, c := range map[string]struct{ list, want cty.Value }{
		"none":                    {cty.EmptyTupleVal, cty.StringVal("")},
		"one":                     {texts(1), cty.StringVal("t0")},
		"five are whole":          {texts(5), cty.StringVal("t0, t1, t2, t3, t4")},
		"six are counted":         {texts(6), cty.StringVal("t0, t1, t2 and 3 more")},
		"many":                    {texts(500), cty.StringVal("t0, t1, t2 and 497 more")},
		"addresses of resources":  {cty.TupleVal([]cty.Value{lb("a"), lb("b")}), cty.StringVal("a, b")},
		"a list":                  {cty.ListVal([]cty.Value{cty.StringVal("a")}), cty.StringVal("a")},
		"an unknown text":         {cty.TupleVal([]cty.Value{cty.UnknownVal(cty.String)}), cty.UnknownVal(cty.String)},
		"a mark on a text":        {cty.TupleVal([]cty.Value{cty.StringVal("a").Mark(inventory.Sensitive)}), cty.StringVal("a").Mark(inventory.Sensitive)},
		"a mark on the whole":     {texts(1).Mark(inventory.Secret), cty.StringVal("t0").Mark(inventory.Secret)},
		"what is not named stays": {cty.TupleVal(append(texts(6).AsValueSlice()[:5], cty.StringVal("x").Mark(inventory.Secret))), cty.StringVal("t0, t1, t2 and 3 more")},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := namesFunc().Call([]cty.Value{c.list})
			if err != nil || !got.RawEquals(c.want) {
				t.Errorf("got %#v, %v; want %#v", got, err, c.want)
			}
		})
	}
	for _, wrong := range []cty.Value{cty.StringVal("a"), cty.TupleVal([]cty.Value{cty.True}), cty.TupleVal([]cty.Value{cty.NullVal(cty.String)})} {
		if got, err := namesFunc().Call([]cty.Value{wrong}); err == nil {
			t.Errorf("%#v: got %#v", wrong, got)
		}
	}
}
