package tfplan

import (
	"strings"
	"testing"
)

// TestBlocks: planned blocks of a set stand in the order of hashes, those of
// the configuration in the order of the source, and dynamic ones nowhere.
func TestBlocks(t *testing.T) {
	const one, two = "digitalocean_droplet.one", "digitalocean_droplet.two"
	rule := func(port, ids string) string {
		return `{"protocol":{"constant_value":"TCP"},"port_range":{"constant_value":` + port + `},"source_droplet_ids":` + ids + `}`
	}
	toOne, toTwo := refs(one+".id", one), refs(two+".id", two)
	const planned22, planned80 = `{"protocol":"tcp","port_range":"22","source_addresses":[]}`, `{"protocol":"tcp","port_range":"80","source_addresses":[]}`
	const ids = `{"source_droplet_ids":true}`
	const anyOne, anyTwo = "<maybe " + one + ".id>", "<maybe " + two + ".id>"
	tests := []struct {
		name, source, planned, unknown string
		want                           []string
	}{
		{"one of one", rule(`"22"`, toOne), planned22, ids, []string{"?<literals> <sure " + one + ".id>"}},
		{"told apart by a constant", rule(`"80"`, toTwo) + "," + rule(`"22"`, toOne), planned22 + "," + planned80, ids + "," + ids,
			[]string{"?<literals> <sure " + one + ".id>", "?<literals> <sure " + two + ".id>"}},
		{"not to be told apart", rule(`"22"`, toOne) + "," + rule(`"22"`, toTwo), planned22 + "," + planned22, ids + "," + ids,
			[]string{"?<literals> " + anyOne + " " + anyTwo, "?<literals> " + anyOne + " " + anyTwo}},
		{"a number where the plan has text", rule(`22`, toOne) + "," + rule(`80`, toTwo), planned22 + "," + planned80, ids + "," + ids,
			[]string{"?<literals> <sure " + one + ".id>", "?<literals> <sure " + two + ".id>"}},
		{"a dynamic block beside", rule(`"22"`, toOne), planned22 + "," + planned80, ids + "," + ids,
			[]string{"?<anything> <literals> " + anyOne, "?<anything> <literals> " + anyOne}},
		{"known ids cannot be unknown", rule(`"22"`, `{"constant_value":[1]}`) + "," + rule(`"22"`, toOne), planned22 + "," + planned22, ids + ",{}",
			[]string{"?<literals> <sure " + one + ".id>", "null"}},
		{"dynamic only", "", planned22, ids, []string{"?<anything> <literals>"}},
		{"rewritten by the provider", rule(`"all"`, toOne), planned22, ids, []string{"?<anything> <literals> " + anyOne}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := synthetic{changes: []string{
				create(one, "{}", `{"id":true}`), create(two, "{}", `{"id":true}`),
				create("digitalocean_firewall.f", `{"name":"f","inbound_rule":[`+test.planned+`]}`, `{"inbound_rule":[`+test.unknown+`]}`),
			}}
			rules := ""
			if test.source != "" {
				rules = `"inbound_rule":[` + test.source + `]`
			}
			s.root = `{"resources":[` + strings.Join([]string{
				resourceBlock(one, "{}"), resourceBlock(two, "{}"), resourceBlock("digitalocean_firewall.f", "{"+rules+"}"),
			}, ",") + `]}`
			p := s.read(t)
			for i, want := range test.want {
				path := "inbound_rule[" + string(rune('0'+i)) + "].source_droplet_ids"
				if got := p.attribute(t, "digitalocean_firewall.f", path); got != want {
					t.Errorf("%s:\ngot  %s\nwant %s", path, got, want)
				}
			}
			if !p.instance(t, "digitalocean_firewall.f").Configured["inbound_rule"] {
				t.Error("inbound_rule is not called configured")
			}
		})
	}
}

// TestWholeBlocksUnknown: a dynamic block over what only apply knows.
func TestWholeBlocksUnknown(t *testing.T) {
	s := synthetic{
		changes: []string{
			create("digitalocean_droplet.one", "{}", `{"id":true}`),
			create("digitalocean_firewall.f", `{"name":"f"}`, `{"inbound_rule":true}`),
			create("digitalocean_loadbalancer.l", `{"name":"l"}`, `{"firewall":true,"healthcheck":true}`),
		},
		root: `{"resources":[` + strings.Join([]string{
			resourceBlock("digitalocean_droplet.one", "{}"), resourceBlock("digitalocean_firewall.f", "{}"), resourceBlock("digitalocean_loadbalancer.l", "{}"),
		}, ",") + `]}`,
		relevant: `[{"resource":"digitalocean_droplet.one","attribute":["ipv4_address"]}]`,
	}
	p := s.read(t)
	if got, want := p.attribute(t, "digitalocean_firewall.f", "inbound_rule"), "?<literals> <maybe digitalocean_droplet.one.ipv4_address>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !p.instance(t, "digitalocean_firewall.f").Configured["inbound_rule"] {
		t.Error("a dynamic block is configuration too")
	}
	if got, want := p.attribute(t, "digitalocean_loadbalancer.l", "firewall"), "?<sure digitalocean_loadbalancer.l.firewall>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLists: a list, other than a set, keeps its known elements.
func TestLists(t *testing.T) {
	const one, two = "digitalocean_gradientai_knowledge_base.one", "digitalocean_gradientai_knowledge_base.two"
	toOne, toBoth := refs(one+".id", one), refs(one+".id", one, two+".id", two)
	tests := []struct {
		name, expr, value, unknown, want string
	}{
		{"one", toOne, `["a",null]`, `[false,true]`, `["a" ?<sure ` + one + `.id>]`},
		{"two in order", toBoth, `[null,"x",null]`, `[true,false,true]`, `[?<assumed ` + one + `.id> "x" ?<assumed ` + two + `.id>]`},
		{"more unknown than references", toOne, `[null,null]`, `[true,true]`, `[?<literals> <maybe ` + one + `.id> ?<literals> <maybe ` + one + `.id>]`},
		{"mixed with a local", refs(one+".id", one, "local.x"), `[null]`, `[true]`, `[?<anything> <literals> <maybe ` + one + `.id>]`},
		{"no references", "{}", `[null]`, `[true]`, `[?<anything> <literals>]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := synthetic{changes: []string{
				create(one, "{}", `{"id":true}`), create(two, "{}", `{"id":true}`),
				create("digitalocean_gradientai_agent.x", `{"knowledge_base_uuid":`+test.value+`}`, `{"knowledge_base_uuid":`+test.unknown+`}`),
			}}
			s.root = `{"resources":[` + strings.Join([]string{
				resourceBlock(one, "{}"), resourceBlock(two, "{}"),
				resourceBlock("digitalocean_gradientai_agent.x", `{"knowledge_base_uuid":`+test.expr+`}`),
			}, ",") + `]}`
			if got := s.read(t).attribute(t, "digitalocean_gradientai_agent.x", "knowledge_base_uuid"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
