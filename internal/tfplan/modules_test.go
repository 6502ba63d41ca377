package tfplan

import (
	"fmt"
	"strings"
	"testing"
)

// TestModules resolves references that lead through variables and outputs.
// The configuration: module.app for_each prod and staging, each with module.node
// of count 2, which has a Droplet and the outputs id and ip; module.app has the
// outputs ids and first; module.fw["prod"] takes its ids from the root.
func TestModules(t *testing.T) {
	node := func(app string, n int, certainty string) string {
		return fmt.Sprintf("<%s module.app[%q].module.node[%d].digitalocean_droplet.this.id>", certainty, app, n)
	}
	nodes := func(app, certainty string) string { return node(app, 0, certainty) + " " + node(app, 1, certainty) }
	tests := []struct {
		name string
		ids  string // outputs.ids of module.app
		call string // droplet_ids of the call of module.fw
		use  string // droplet_ids of the firewall in module.fw
		want string
	}{
		{"keyed output", refs("module.node"), refs(`module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids"),
			nodes("prod", "assumed") + " <literals>"},
		{"element of an output", refs("module.node"), refs(`module.app["prod"].ids[0]`, `module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids"),
			"<literals> " + nodes("prod", "maybe")},
		{"element of the variable", refs("module.node"), refs(`module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids[0]", "var.ids"),
			"<literals> " + nodes("prod", "maybe")},
		{"key that is no constant", refs("module.node"), refs("module.app", "each.key"), refs("var.ids"),
			"<literals> " + nodes("prod", "maybe") + " " + nodes("staging", "maybe")},
		{"whole module with one output of ids", refs("module.node"), refs("module.app"), refs("var.ids"),
			nodes("prod", "assumed") + " " + nodes("staging", "assumed") + " <literals>"},
		{"whole instance", refs("module.node"), refs(`module.app["staging"]`, "module.app"), refs("var.ids"),
			nodes("staging", "assumed") + " <literals>"},
		{"two outputs", refs("module.node"), refs(`module.app["prod"].ids`, `module.app["prod"]`, `module.app["staging"].ids`, `module.app["staging"]`), refs("var.ids"),
			nodes("prod", "assumed") + " " + nodes("staging", "assumed") + " <literals>"},
		{"conditional in the call", refs("module.node"), refs("var.n", `module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids"),
			"<literals> " + nodes("prod", "maybe")},
		{"concat of variables", refs("module.node"), refs(`module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids", "var.more"),
			"<literals> " + nodes("prod", "maybe")},
		{"direct output within", refs("module.node[1].id", "module.node[1]"), refs(`module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids"),
			"<literals> " + node("prod", 1, "sure")},
		{"local within", refs("local.ids"), refs(`module.app["prod"].ids`, `module.app["prod"]`), refs("var.ids"), "<anything> <literals>"},
		{"each.value of the call", refs("module.node"), refs("each.value.ids", "each.value"), refs("var.ids"),
			"<literals> " + nodes("prod", "maybe") + " " + nodes("staging", "maybe")},
		{"no such output", refs("module.node"), refs(`module.app["prod"].nowhere`, `module.app["prod"]`), refs("var.ids"), "<anything> <literals>"},
		{"no such module", refs("module.node"), refs("module.nowhere.ids", "module.nowhere"), refs("var.ids"), "<anything> <literals>"},
		{"a circle", refs("module.node"), refs("module.fw.ids", "module.fw"), refs("var.ids"), "<anything> <literals>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := modulesPlan(test.ids, test.call, test.use).read(t).attribute(t, `module.fw["prod"].digitalocean_firewall.f`, "droplet_ids")
			if got != "?"+test.want {
				t.Errorf("got  %s\nwant ?%s", got, test.want)
			}
		})
	}
}

func modulesPlan(ids, call, use string) synthetic {
	var s synthetic
	for _, app := range []string{"prod", "staging"} {
		for n := range 2 {
			s.changes = append(s.changes, create(fmt.Sprintf("module.app[%q].module.node[%d].digitalocean_droplet.this", app, n), `{"name":"n"}`, `{"id":true,"ipv4_address":true}`))
		}
	}
	s.changes = append(s.changes, create(`module.fw["prod"].digitalocean_firewall.f`, `{"name":"f"}`, `{"droplet_ids":true}`))
	node := `{"source":"./node","expressions":{},"count_expression":{"constant_value":2},"module":{"outputs":{
		"id":{"expression":` + refs("digitalocean_droplet.this.id", "digitalocean_droplet.this") + `},
		"ip":{"expression":` + refs("digitalocean_droplet.this.ipv4_address", "digitalocean_droplet.this") + `}},
		"resources":[` + resourceBlock("digitalocean_droplet.this", "{}") + `]}}`
	app := `{"source":"./app","expressions":{},"for_each_expression":` + refs("var.environments") + `,"module":{
		"outputs":{"ids":{"expression":` + ids + `},"ips":{"expression":` + refs("module.node[0].ip", "module.node[0]") + `}},
		"module_calls":{"node":` + node + `}}}`
	fw := `{"source":"./fw","expressions":{"ids":` + call + `},"for_each_expression":` + refs("module.app") + `,"module":{
		"outputs":{"ids":{"expression":` + refs("var.ids") + `}},
		"resources":[` + resourceBlock("digitalocean_firewall.f", `{"droplet_ids":`+use+`}`) + `]}}`
	s.root = `{"module_calls":{"app":` + app + `,"fw":` + fw + `}}`
	return s
}

// TestEach resolves each.value by the for_each of the resource.
func TestEach(t *testing.T) {
	const a, b = `digitalocean_droplet.db["a"]`, `digitalocean_droplet.db["b"]`
	tests := []struct {
		name, each, expr, want string
	}{
		{"same key of a lone resource", refs("digitalocean_droplet.db"), refs("each.value.id", "each.value"), "<sure " + a + ".id>"},
		{"other attribute", refs("digitalocean_droplet.db"), refs("each.value.name", "each.value"), "<derived " + a + ".name> <literals> <maybe " + a + ".name>"},
		{"two resources", refs("digitalocean_droplet.db", "digitalocean_droplet.web"), refs("each.value.id", "each.value"),
			"<literals> <maybe " + a + ".id> <maybe " + b + ".id> <maybe digitalocean_droplet.web.id>"},
		{"one direct", refs("digitalocean_droplet.web.id", "digitalocean_droplet.web"), refs("each.value"), "<sure digitalocean_droplet.web.id>"},
		{"by key", refs("digitalocean_droplet.db"), refs("digitalocean_droplet.db", "each.key"),
			"<literals> <maybe " + a + ".id> <maybe " + b + ".id>"},
		{"local", refs("local.x"), refs("each.value.id", "each.value"), "<anything> <literals>"},
		{"each within for_each", refs("each.value"), refs("each.value"), "<anything> <literals>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := synthetic{changes: []string{
				create(a, `{"name":"a"}`, `{"id":true,"name":true}`), create(b, `{"name":"b"}`, `{"id":true,"name":true}`),
				create("digitalocean_droplet.web", "{}", `{"id":true}`),
				create(`digitalocean_volume_attachment.x["a"]`, "{}", `{"droplet_id":true}`),
			}}
			s.root = `{"resources":[` + strings.Join([]string{
				resourceBlock("digitalocean_droplet.db", `{"name":`+refs("each.key")+`}`), resourceBlock("digitalocean_droplet.web", "{}"),
				resourceBlock("digitalocean_volume_attachment.x", `{"droplet_id":`+test.expr+`}`, `"for_each_expression":`+test.each),
			}, ",") + `]}`
			if got := s.read(t).attribute(t, `digitalocean_volume_attachment.x["a"]`, "droplet_id"); got != "?"+test.want {
				t.Errorf("got  %s\nwant ?%s", got, test.want)
			}
		})
	}
}
