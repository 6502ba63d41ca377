package statement

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/nesting"
)

func TestPattern(t *testing.T) {
	tests := []struct {
		pattern, address string
		want             bool
	}{
		{"digitalocean_droplet.web", "digitalocean_droplet.web", true},
		{"digitalocean_droplet.web", "digitalocean_droplet.web[3]", true},
		{"digitalocean_droplet.web", `digitalocean_droplet.web["a.b"]`, true},
		{"digitalocean_droplet.web[3]", "digitalocean_droplet.web[3]", true},
		{"digitalocean_droplet.web[3]", "digitalocean_droplet.web[4]", false},
		{"digitalocean_droplet.web[3]", "digitalocean_droplet.web", false},
		{`digitalocean_droplet.web["prod-*"]`, `digitalocean_droplet.web["prod-1"]`, true},
		{`digitalocean_droplet.web["prod-*"]`, `digitalocean_droplet.web["dev-1"]`, false},
		{"digitalocean_droplet.*", "digitalocean_droplet.web[0]", true},
		{"digitalocean_droplet.*", "module.app.digitalocean_droplet.web", false},
		{"digitalocean_*.web", "digitalocean_volume.web", true},
		{"*", "digitalocean_droplet.web", false},
		{"**", "module.a.module.b.digitalocean_droplet.web", true},
		{"module.app.**", `module.app["prod"].module.node[0].digitalocean_droplet.this`, true},
		{`module.app["prod"].**`, `module.app["prod"].digitalocean_droplet.this`, true},
		{`module.app["prod"].**`, `module.app["staging"].digitalocean_droplet.this`, false},
		{"module.app.**", "module.apps.digitalocean_droplet.this", false},
		{"**.digitalocean_droplet.this", "module.a.module.b.digitalocean_droplet.this[0]", true},
		{"**.digitalocean_droplet.this", "digitalocean_droplet.this", true},
		{"", "digitalocean_droplet.web", false},
		{"**.**.web", "digitalocean_droplet.web", true},
		{"**.b.**.d", "a.b.c.b.d", true},
		{"**.b.c.**.d", "a.b.x.b.d", false},
		{"a.**", "a", true},
		{"**.a.**.a", "a", false},
		{strings.Repeat("**.", 40) + "y", strings.Repeat("module.m.", 40) + "x", false}, // would take for ever with each ** gone back to
	}
	for _, test := range tests {
		if got := matchAny([]pattern{parsePattern(test.pattern)}, steps(test.address)); got != test.want {
			t.Errorf("%q on %q: got %v", test.pattern, test.address, got)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("module.app.**", `module.app["pr\"od"].digitalocean_droplet.web[0]`)
	f.Add("[", "]")
	f.Fuzz(func(_ *testing.T, p, address string) {
		if nesting.CheckPattern(p) == nil {
			matchAny([]pattern{parsePattern(p)}, steps(address))
		}
	})
}

func droplet(address string, tags ...string) *inventory.Instance {
	values := []cty.Value{}
	for _, tag := range tags {
		values = append(values, cty.StringVal(tag))
	}
	all := cty.ListValEmpty(cty.String)
	if len(values) > 0 {
		all = cty.ListVal(values)
	}
	return &inventory.Instance{
		Address: address, Block: address,
		Object: &inventory.Object{
			Type:   "digitalocean_droplet",
			Values: cty.ObjectVal(map[string]cty.Value{"tags": all}),
		},
	}
}

func TestScope(t *testing.T) {
	o := &catalogue.Obligation{ID: "droplet-backups", Aliases: []string{"X-1"}, Product: &catalogue.Product{ID: "droplet"}, Waivable: true}
	tests := []struct {
		name string
		s    Statement
		want bool
	}{
		{"everything", Statement{Obligation: "droplet-backups"}, true},
		{"alias", Statement{Obligation: "x-1"}, true},
		{"another obligation", Statement{Obligation: "droplet-vpc"}, false},
		{"tag", Statement{Obligation: "X-1", scope: scope{tags: []string{"stateless"}}}, true},
		{"other tag", Statement{Obligation: "X-1", scope: scope{tags: []string{"db"}}}, false},
		{"product", Statement{Obligation: "X-1", scope: scope{products: []string{"droplet"}}}, true},
		{"other product", Statement{Obligation: "X-1", scope: scope{products: []string{"spaces"}}}, false},
		{"tag and address", Statement{Obligation: "X-1", scope: scope{
			tags: []string{"stateless"}, addresses: []pattern{parsePattern("digitalocean_droplet.db")},
		}}, false},
		{"comment at the block", Statement{Obligation: "X-1", scope: scope{block: "module.app.digitalocean_droplet.web"}}, true},
		{"comment at another", Statement{Obligation: "X-1", scope: scope{block: "module.app.digitalocean_droplet.db"}}, false},
	}
	i := droplet(`module.app["x"].digitalocean_droplet.web`, "stateless", "web")
	for _, test := range tests {
		if got := test.s.Covers(i, o); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}
