package inventory

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// deep has marks at all kinds of places.
func deep() cty.Value {
	secret := cty.StringVal("x").Mark(Sensitive)
	unknown := Unknown(cty.String, Origin{Address: "a.b", Attribute: "id"})
	block := cty.ObjectVal(map[string]cty.Value{"name": secret, "port": cty.NumberIntVal(22), "note": cty.NullVal(cty.String)})
	return cty.ObjectVal(map[string]cty.Value{
		"blocks": cty.ListVal([]cty.Value{block, block}),
		"tags":   cty.SetVal([]cty.Value{cty.StringVal("a"), unknown}),
		"env":    cty.MapVal(map[string]cty.Value{"a": cty.StringVal("b"), "c": unknown}).Mark(Anything),
		"tuple":  cty.TupleVal([]cty.Value{cty.True, secret}),
		"empty":  cty.ListValEmpty(cty.String),
		"plain":  cty.ListVal([]cty.Value{cty.StringVal("a")}),
		"any":    cty.DynamicVal,
	})
}

func TestBare(t *testing.T) {
	want, _ := deep().UnmarkDeep()
	if got := Bare(deep()); !got.RawEquals(want) {
		t.Errorf("got %#v", got)
	}
	if got := Bare(want); !got.RawEquals(want) {
		t.Errorf("once more: got %#v", got)
	}
}

func TestRewrite(t *testing.T) {
	var paths []string
	got, changed := Rewrite([]string{"top"}, deep(), func(path []string, v cty.Value) (cty.Value, bool) {
		if len(path) < 2 || v.Type() != cty.Number {
			return v, false
		}
		paths = append(paths, strings.Join(path, "."))
		return cty.NumberIntVal(443), true
	})
	if len(paths) != 2 || paths[0] != "top.blocks.port" || !changed {
		t.Error(paths, changed)
	}
	block := got.GetAttr("blocks").Index(cty.Zero)
	if !block.GetAttr("port").RawEquals(cty.NumberIntVal(443)) || !block.GetAttr("name").HasMark(Sensitive) || !got.GetAttr("env").HasMark(Anything) {
		t.Errorf("got %#v", got)
	}
}

// TestRewriteOfTheSame: where nothing changes there is hardly anything to pay for.
func TestRewriteOfTheSame(t *testing.T) {
	v, _ := deep().UnmarkDeep()
	made := testing.AllocsPerRun(100, func() { Bare(v) })
	whole := testing.AllocsPerRun(100, func() { v.UnmarkDeep() })
	if made > whole/2 {
		t.Errorf("%.0f allocations, and %.0f for a copy", made, whole)
	}
}
