package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestFlatten(t *testing.T) {
	a, b := cty.StringVal("a"), cty.StringVal("b")
	part := cty.ObjectVal(map[string]cty.Value{"id": cty.UnknownVal(cty.String)})
	for name, c := range map[string]struct {
		in, want cty.Value
	}{
		"nothing":                     {cty.EmptyTupleVal, cty.EmptyTupleVal},
		"flat already":                {cty.ListVal([]cty.Value{a, b}), cty.TupleVal([]cty.Value{a, b})},
		"lists of lists":              {cty.TupleVal([]cty.Value{cty.ListVal([]cty.Value{a}), cty.TupleVal([]cty.Value{cty.ListVal([]cty.Value{b})})}), cty.TupleVal([]cty.Value{a, b})},
		"an empty list goes":          {cty.TupleVal([]cty.Value{cty.ListValEmpty(cty.String), a}), cty.TupleVal([]cty.Value{a})},
		"a partly unknown element":    {cty.TupleVal([]cty.Value{cty.ListVal([]cty.Value{part}), a}), cty.TupleVal([]cty.Value{part, a})},
		"an unknown element":          {cty.ListVal([]cty.Value{cty.UnknownVal(cty.String)}), cty.TupleVal([]cty.Value{cty.UnknownVal(cty.String)})},
		"an unknown list among them":  {cty.TupleVal([]cty.Value{cty.UnknownVal(cty.List(cty.String)), a}), cty.DynamicVal},
		"unknown as a whole":          {cty.UnknownVal(cty.List(cty.List(cty.String))), cty.DynamicVal},
		"the marks of a list stay on": {cty.TupleVal([]cty.Value{cty.ListVal([]cty.Value{a}).Mark("m"), b}), cty.TupleVal([]cty.Value{a.Mark("m"), b})},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := flattenFunc().Call([]cty.Value{c.in})
			if err != nil || !got.RawEquals(c.want) {
				t.Errorf("got %#v, %v; want %#v", got, err, c.want)
			}
		})
	}
	if _, err := flattenFunc().Call([]cty.Value{a}); err == nil {
		t.Error("a text is no list, but there was no error")
	}
}

func TestReadsMarks(t *testing.T) {
	doc, _, diags := parse([]byte(`
obligation "a" {
  title     = "A"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  basis     = "derived"
  why       = "Why."
  remedy    = "How."
  addressed = alltrue(local.set)
  gap       = "gap"
  locals {
    set = [for x in [self.image] : is_set(x, self.address)]
  }
}
obligation "b" {
  title     = "B"
  resources = ["digitalocean_droplet"]
  layer     = "data"
  owner     = "customer"
  severity  = "low"
  basis     = "derived"
  why       = "Why."
  remedy    = "How."
  addressed = alltrue([self.backups])
  gap       = "gap"
}`), "test.hcl")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	l := loader{}
	for i, want := range []bool{true, false} {
		o := l.obligation(doc.Obligations[i])
		if got := o.callsMarkFunctions(); got != want {
			t.Errorf("%s: got %t, want %t", o.ID, got, want)
		}
	}
}
