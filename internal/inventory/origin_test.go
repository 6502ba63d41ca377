package inventory

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestOriginOf(t *testing.T) {
	const module = `module.a["x.y[\"]"].module.b[0]`
	holder := &Instance{Address: module + ".digitalocean_droplet.web[1]", Module: module}
	tests := []struct {
		origin Origin
		want   string
	}{
		{Origin{Address: "digitalocean_vpc.v"}, "digitalocean_vpc.v"},
		{Origin{Frame: Itself}, holder.Address},
		{Origin{Frame: Within, Address: "digitalocean_vpc.v"}, module + ".digitalocean_vpc.v"},
		{Origin{Frame: Within + 1, Address: "module.c.digitalocean_vpc.v"}, `module.a["x.y[\"]"].module.c.digitalocean_vpc.v`},
		{Origin{Frame: Within + 2, Address: "digitalocean_vpc.v"}, "digitalocean_vpc.v"},
		{Anything, ""},
	}
	for _, test := range tests {
		if got := test.origin.Of(holder); got.Address != test.want || got.Frame != Absolute {
			t.Errorf("%+v: got %+v, want %s", test.origin, got, test.want)
		}
	}
}

// TestAbsolute: all marks stay, and only addresses change.
func TestAbsolute(t *testing.T) {
	holder := &Instance{Address: "module.m.digitalocean_droplet.web", Module: "module.m"}
	v := cty.ObjectVal(map[string]cty.Value{
		"tags": Unknown(cty.List(cty.String), Anything, Origin{Frame: Within, Address: "digitalocean_tag.t", Attribute: "name"}).Mark(Sensitive),
	})
	got := holder.Absolute(v).GetAttr("tags")
	for _, m := range []any{Sensitive, Anything, Origin{Address: "module.m.digitalocean_tag.t", Attribute: "name"}} {
		if !got.HasMark(m) {
			t.Errorf("lacks %v: %#v", m, got.Marks())
		}
	}
	if n := len(got.Marks()); n != 3 {
		t.Errorf("got %d marks", n)
	}
}

// TestOwn: what is changed of one instance is not changed of its twin.
func TestOwn(t *testing.T) {
	shared := &Object{Type: "digitalocean_droplet"}
	a, b := &Instance{Object: shared}, &Instance{Object: shared}
	a.Own().Actions = []string{"delete"}
	if b.Actions != nil || b.Object != shared {
		t.Errorf("got %v", b.Actions)
	}
}
