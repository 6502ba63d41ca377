package tfplan

import (
	"fmt"
	"strings"
	"testing"
)

// TestDropletIDs resolves what a firewall's droplet_ids refer to, in a root
// module with web[0..1] (count), app["a"], app["b"] (for_each), keep (exists,
// id known) and one (to be created).
func TestDropletIDs(t *testing.T) {
	const keep, one = "digitalocean_droplet.keep", "digitalocean_droplet.one"
	web := []string{"<%s digitalocean_droplet.web[0].id>", "<%s digitalocean_droplet.web[1].id>"}
	both := func(certainty string) string {
		return fmt.Sprintf(web[0], certainty) + " " + fmt.Sprintf(web[1], certainty)
	}
	tests := []struct {
		name string
		expr string
		want string
	}{
		{"direct", refs(one+".id", one), "<literals> <sure digitalocean_droplet.one.id>"},
		{"direct known", refs(keep+".id", keep), "<literals> <sure digitalocean_droplet.keep.id>"},
		{"index", refs("digitalocean_droplet.web[1].id", "digitalocean_droplet.web[1]", "digitalocean_droplet.web"), "<literals> <sure digitalocean_droplet.web[1].id>"},
		{"index out of range", refs("digitalocean_droplet.web[7].id", "digitalocean_droplet.web[7]", "digitalocean_droplet.web"), "<anything>"},
		{"key", refs(`digitalocean_droplet.app["a"].id`, `digitalocean_droplet.app["a"]`, "digitalocean_droplet.app"), `<literals> <sure digitalocean_droplet.app["a"].id>`},
		{"splat", refs("digitalocean_droplet.web"), strings.Join([]string{fmt.Sprintf(web[0], "assumed"), fmt.Sprintf(web[1], "assumed"), "<literals>"}, " ")},
		{"index and splat of the same", refs("digitalocean_droplet.web[0].id", "digitalocean_droplet.web[0]", "digitalocean_droplet.web", "digitalocean_droplet.web"),
			"<literals> <maybe digitalocean_droplet.web[1].id> <sure digitalocean_droplet.web[0].id>"},
		{"splat and direct", refs("digitalocean_droplet.web", one+".id", one), "<literals> " + both("maybe") + " <sure digitalocean_droplet.one.id>"},
		{"two splats", refs("digitalocean_droplet.web", "digitalocean_droplet.app"),
			`<literals> <maybe digitalocean_droplet.app["a"].id> <maybe digitalocean_droplet.app["b"].id> ` + both("maybe")},
		{"conditional", refs("var.n", "digitalocean_droplet.web"), "<literals> " + both("maybe")},
		{"conditional direct", refs("var.n", one+".id", one), "<literals> <maybe digitalocean_droplet.one.id>"},
		{"condition on another attribute", refs(keep+".status", keep, one+".id", one),
			"<literals> <maybe digitalocean_droplet.keep.status> <maybe digitalocean_droplet.one.id>"},
		{"count.index", refs("digitalocean_droplet.web", "count.index"), "<literals> " + both("maybe")},
		{"local", refs("local.ids"), "<anything> <literals>"},
		{"functions only", "{}", "<anything> <literals>"},
		{"other provider", refs("terraform_data.x.output", "terraform_data.x"), "<anything> <literals> <sure terraform_data.x.output>"},
		{"nested attribute", refs("digitalocean_kubernetes_cluster.k.node_pool[0].id", "digitalocean_kubernetes_cluster.k.node_pool[0]", "digitalocean_kubernetes_cluster.k.node_pool", "digitalocean_kubernetes_cluster.k"),
			"<literals> <maybe digitalocean_kubernetes_cluster.k.node_pool.id>"},
		{"address without any key", refs("resource.digitalocean_droplet.one.id", "resource.digitalocean_droplet.one"), "<literals> <sure digitalocean_droplet.one.id>"},
		{"undeclared", refs("digitalocean_droplet.nowhere.id", "digitalocean_droplet.nowhere"), "<anything> <literals>"},
		{"no string at all", `{"references":[1,null,{"a":[]},"","."]}`, "<anything> <literals>"},
		{"wrong shape", `[1,2]`, "<anything> <literals>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := firewallPlan(test.expr, "").read(t).attribute(t, "digitalocean_firewall.f", "droplet_ids"); got != "?"+test.want {
				t.Errorf("got  %s\nwant ?%s", got, test.want)
			}
		})
	}
}

func firewallPlan(dropletIDs, relevant string) synthetic {
	unknownID := `{"id":true}`
	s := synthetic{relevant: relevant, changes: []string{
		create("digitalocean_droplet.web[0]", `{"name":"web-0"}`, unknownID),
		create("digitalocean_droplet.web[1]", `{"name":"web-1"}`, unknownID),
		create(`digitalocean_droplet.app["a"]`, `{"name":"a"}`, unknownID),
		create(`digitalocean_droplet.app["b"]`, `{"name":"b"}`, unknownID),
		create("digitalocean_droplet.one", `{"name":"one"}`, unknownID),
		resourceChange("digitalocean_droplet.keep", `["no-op"]`, `{"id":"42","status":"active"}`, `{"id":"42","status":"active"}`, "{}"),
		create("digitalocean_kubernetes_cluster.k", `{"name":"k","node_pool":[{"name":"p"}]}`, `{"id":true,"node_pool":[{"id":true}]}`),
		create("terraform_data.x", `{}`, `{"output":true}`),
		create("digitalocean_firewall.f", `{"name":"f"}`, `{"id":true,"droplet_ids":true}`),
	}}
	var resources []string
	for _, name := range []string{"droplet.web", "droplet.app", "droplet.one", "droplet.keep", "kubernetes_cluster.k"} {
		resources = append(resources, resourceBlock("digitalocean_"+name, `{"name":{"constant_value":"x"}}`))
	}
	resources = append(resources, resourceBlock("terraform_data.x", "{}"),
		resourceBlock("digitalocean_firewall.f", `{"name":{"constant_value":"f"},"droplet_ids":`+dropletIDs+`}`))
	s.root = `{"resources":[` + strings.Join(resources, ",") + `],"variables":{"n":{}}}`
	return s
}

// TestRelevant: what nothing refers to is not what a lost reference leads to.
func TestRelevant(t *testing.T) {
	relevant := `[{"resource":"digitalocean_droplet.web","attribute":["id"]},{"resource":"digitalocean_droplet.app[\"a\"]","attribute":["id"]},
		{"resource":"digitalocean_droplet.one","attribute":["ipv4_address"]}]`
	const want = `?<literals> <maybe digitalocean_droplet.app["a"].id> <maybe digitalocean_droplet.web[0].id> <maybe digitalocean_droplet.web[1].id>`
	p := firewallPlan(refs("local.ids"), relevant).read(t)
	if got := p.attribute(t, "digitalocean_firewall.f", "droplet_ids"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}

	t.Run("a whole resource", func(t *testing.T) {
		p := firewallPlan("{}", `[{"resource":"digitalocean_droplet.one","attribute":[]}]`).read(t)
		got := p.attribute(t, "digitalocean_firewall.f", "droplet_ids")
		if !strings.Contains(got, "<maybe digitalocean_droplet.one.id>") || strings.Contains(got, "web") || strings.Contains(got, "<anything>") {
			t.Error(got)
		}
	})
	t.Run("a data source that is yet to be read may find anything", func(t *testing.T) {
		s := firewallPlan(refs("local.ids"), `[{"resource":"data.http.x","attribute":["body"]}]`)
		s.changes = append(s.changes, resourceChange("data.http.x", `["read"]`, "null", "{}", `{"body":true}`))
		if got := s.read(t).attribute(t, "digitalocean_firewall.f", "droplet_ids"); got != "?<anything> <literals>" {
			t.Error(got)
		}
	})
	t.Run("prunes what is possible only", func(t *testing.T) {
		p := firewallPlan(refs("digitalocean_droplet.web", "digitalocean_droplet.app", "digitalocean_droplet.one.id", "digitalocean_droplet.one"), relevant).read(t)
		const want = `?<literals> <maybe digitalocean_droplet.app["a"].id> <maybe digitalocean_droplet.web[0].id> <maybe digitalocean_droplet.web[1].id> <sure digitalocean_droplet.one.id>`
		if got := p.attribute(t, "digitalocean_firewall.f", "droplet_ids"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	})
}

// TestScalar: one value is never several, and a text around a reference looks
// like the reference.
func TestScalar(t *testing.T) {
	tests := []struct {
		name, typ, attribute, expr, want string
	}{
		{"direct", "digitalocean_droplet", "vpc_uuid", refs("digitalocean_vpc.v.id", "digitalocean_vpc.v"), "<sure digitalocean_vpc.v.id>"},
		{"either", "digitalocean_droplet", "vpc_uuid", refs("digitalocean_vpc.v.id", "digitalocean_vpc.v", "digitalocean_vpc.w[0].id", "digitalocean_vpc.w[0]", "digitalocean_vpc.w"),
			"<literals> <maybe digitalocean_droplet.x.vpc_uuid> <maybe digitalocean_vpc.v.id> <maybe digitalocean_vpc.w[0].id>"},
		{"or null", "digitalocean_droplet", "vpc_uuid", refs("var.n", "digitalocean_vpc.v.id", "digitalocean_vpc.v"),
			"<literals> <maybe digitalocean_droplet.x.vpc_uuid> <maybe digitalocean_vpc.v.id>"},
		{"null variable", "digitalocean_droplet", "vpc_uuid", refs("var.n"), "<sure digitalocean_droplet.x.vpc_uuid>"},
		{"constant null", "digitalocean_droplet", "vpc_uuid", `{"constant_value":null}`, "<sure digitalocean_droplet.x.vpc_uuid>"},
		{"one of many", "digitalocean_volume_attachment", "droplet_id", refs("digitalocean_vpc.w"), "<literals> <maybe digitalocean_vpc.w[0].id> <maybe digitalocean_vpc.w[1].id>"},
		{"name around an id", "digitalocean_droplet", "name", refs("digitalocean_vpc.v.id", "digitalocean_vpc.v"),
			"<derived digitalocean_vpc.v.id> <literals> <maybe digitalocean_vpc.v.id>"},
		{"text of one of two", "digitalocean_uptime_check", "target", refs("digitalocean_vpc.v.id", "digitalocean_vpc.v", "var.n"), "<literals> <maybe digitalocean_vpc.v.id>"},
		{"a known attribute cannot be it", "digitalocean_volume_attachment", "droplet_id", refs("digitalocean_vpc.known.id", "digitalocean_vpc.known"),
			"<derived digitalocean_vpc.known.id> <literals> <maybe digitalocean_vpc.known.id>"},
		{"identity", "digitalocean_record", "domain", refs("digitalocean_domain.d.id", "digitalocean_domain.d"), `"example.com"`},
		{"other provider", "digitalocean_droplet", "name", refs("random_pet.p.id", "random_pet.p"), "<anything> <literals> <sure random_pet.p.id>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := synthetic{changes: []string{
				create("digitalocean_vpc.v", `{"name":"v"}`, `{"id":true}`),
				create("digitalocean_vpc.w[0]", `{"name":"w0"}`, `{"id":true}`),
				create("digitalocean_vpc.w[1]", `{"name":"w1"}`, `{"id":true}`),
				resourceChange("digitalocean_vpc.known", `["no-op"]`, "{}", `{"id":"k"}`, "{}"),
				create("digitalocean_domain.d", `{"name":"example.com"}`, `{"id":true}`),
				create(test.typ+".x", `{}`, fmt.Sprintf(`{%q:true}`, test.attribute)),
			}}
			s.root = `{"resources":[` + strings.Join([]string{
				resourceBlock("digitalocean_vpc.v", "{}"), resourceBlock("digitalocean_vpc.w", "{}"), resourceBlock("digitalocean_vpc.known", "{}"),
				resourceBlock("digitalocean_domain.d", "{}"), resourceBlock("random_pet.p", "{}"),
				resourceBlock(test.typ+".x", fmt.Sprintf(`{%q:%s}`, test.attribute, test.expr)),
			}, ",") + `]}`
			got := s.read(t).attribute(t, test.typ+".x", test.attribute)
			if strings.TrimPrefix(got, "?") != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
