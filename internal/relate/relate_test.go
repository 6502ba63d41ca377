package relate

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

const rules = `
relation "firewall" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_firewall"]
  join {
    from = id
    to   = droplet_ids
  }
  join {
    from = tags
    to   = tags
  }
  where = to.name != "off"
}
relation "droplet" {
  from = ["digitalocean_record"]
  to   = ["digitalocean_droplet"]
  join {
    from = value
    to   = ipv4_address
  }
}
relation "record" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_record"]
  join {
    from = ipv4_address
    to   = value
  }
}
relation "same_size" {
  from = ["digitalocean_droplet"]
  to   = ["digitalocean_droplet"]
  join {
    from = tags
    to   = tags
  }
  where = from.size == to.size
}
relation "own_record" {
  from = ["digitalocean_domain"]
  to   = ["digitalocean_record"]
  join {
    from = name
    to   = domain
  }
}
relation "check" {
  from = ["digitalocean_loadbalancer"]
  to   = ["digitalocean_uptime_check"]
  join {
    from  = ip
    to    = target
    match = "contains"
  }
}
`

var (
	text   = cty.StringVal
	number = cty.NumberIntVal
	list   = func(v ...cty.Value) cty.Value { return cty.ListVal(v) }
)

func origin(address, attribute string, certainty inventory.Certainty) inventory.Origin {
	return inventory.Origin{Address: address, Attribute: attribute, Certainty: certainty}
}

// instance makes one whose attributes are null but for those given.
func instance(address string, set map[string]cty.Value) *inventory.Instance {
	resourceType, name, _ := strings.Cut(address, ".")
	values := map[string]cty.Value{}
	for attribute, t := range provider.Load().Type(resourceType).Shape().AttributeTypes() {
		values[attribute] = cty.NullVal(t)
		if v, ok := set[attribute]; ok {
			values[attribute] = v
		}
	}
	return &inventory.Instance{
		Address: address, Block: address,
		Object: &inventory.Object{Type: resourceType, Name: name, Values: cty.ObjectVal(values)},
	}
}

func graph(t *testing.T, kind string, instances ...*inventory.Instance) *Graph {
	t.Helper()
	c, _, diags := catalogue.Load(
		catalogue.Options{Schema: provider.Load()},
		catalogue.Source{Name: "rules", FS: fstest.MapFS{"r.hcl": &fstest.MapFile{Data: []byte(rules)}}},
	)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return New(&inventory.Inventory{
		Inputs:    []inventory.Input{{Kind: kind}},
		Instances: instances,
	}, c)
}

// created is a Droplet whose id only apply knows.
func created(name string, tags ...cty.Value) *inventory.Instance {
	set := map[string]cty.Value{
		"id": inventory.Unknown(cty.String, origin("digitalocean_droplet."+name, "id", inventory.Sure)),
	}
	if len(tags) > 0 {
		set["tags"] = cty.ListVal(tags)
	}
	return instance("digitalocean_droplet."+name, set)
}

func TestFirewallLinks(t *testing.T) {
	web := "digitalocean_droplet.web"
	ids := cty.List(cty.Number)
	tests := []struct {
		name     string
		kind     string
		firewall map[string]cty.Value
		want     string
	}{
		{"nothing set", "plan", nil, "none"},
		{"reference in a list", "plan", map[string]cty.Value{
			"droplet_ids": list(inventory.Unknown(cty.Number, origin(web, "id", inventory.Sure))),
		}, "sure"},
		{"reference to another", "plan", map[string]cty.Value{
			"droplet_ids": list(inventory.Unknown(cty.Number, origin("digitalocean_droplet.other", "id", inventory.Sure))),
		}, "none"},
		{"wholly unknown set with its references", "plan", map[string]cty.Value{
			"droplet_ids": inventory.Unknown(ids, origin(web, "id", inventory.Sure), origin("digitalocean_droplet.other", "id", inventory.Sure), inventory.Literals),
		}, "sure"},
		{"whole resource", "plan", map[string]cty.Value{
			"droplet_ids": inventory.Unknown(ids, origin(web, "id", inventory.Assumed)),
		}, "assumed"},
		{"one of two", "plan", map[string]cty.Value{
			"droplet_ids": list(inventory.Unknown(cty.Number, origin(web, "id", inventory.Sure), origin("digitalocean_droplet.other", "id", inventory.Sure))),
		}, "possible"},
		{"maybe", "plan", map[string]cty.Value{
			"droplet_ids": inventory.Unknown(ids, origin(web, "id", inventory.Maybe)),
		}, "possible"},
		{"maybe another", "plan", map[string]cty.Value{
			"droplet_ids": inventory.Unknown(ids, origin("digitalocean_droplet.other", "id", inventory.Maybe)),
		}, "none"},
		{"anything", "plan", map[string]cty.Value{"droplet_ids": inventory.Unknown(ids, inventory.Anything)}, "possible"},
		{"unmarked", "plan", map[string]cty.Value{"droplet_ids": cty.UnknownVal(ids)}, "possible"},
		{"marks of the collection hold for its elements", "plan", map[string]cty.Value{
			"droplet_ids": list(cty.UnknownVal(cty.Number)).Mark(origin(web, "id", inventory.Maybe)),
		}, "possible"},
		{"derived from the id is not the id", "plan", map[string]cty.Value{
			"droplet_ids": inventory.Unknown(ids, origin(web, "id", inventory.Derived), inventory.Anything),
		}, "possible"},
		{"literal id, the Droplet is made by this plan", "plan", map[string]cty.Value{"droplet_ids": list(number(7))}, "none"},
		{"literal id, configuration alone", "configuration", map[string]cty.Value{"droplet_ids": list(number(7))}, "possible"},
		{"tag", "plan", map[string]cty.Value{"tags": list(text("a"), text("blue"))}, "sure"},
		{"tag in another case", "plan", map[string]cty.Value{"tags": list(text("Blue"))}, "sure"},
		{"tag in another case, by the name of its resource", "plan", map[string]cty.Value{
			"tags": inventory.Unknown(cty.List(cty.String), origin("digitalocean_tag.capital", "name", inventory.Sure)),
		}, "sure"},
		{"other tag", "plan", map[string]cty.Value{"tags": list(text("red"))}, "none"},
		{"tag by the id of its resource, which is its name", "plan", map[string]cty.Value{
			"tags": inventory.Unknown(cty.List(cty.String), origin("digitalocean_tag.blue", "id", inventory.Sure)),
		}, "sure"},
		{"unknown tags that may hold literals", "plan", map[string]cty.Value{
			"tags": inventory.Unknown(cty.List(cty.String), origin("digitalocean_tag.red", "id", inventory.Sure), inventory.Literals),
		}, "possible"},
		{"unknown tags without literals", "plan", map[string]cty.Value{
			"tags": inventory.Unknown(cty.List(cty.String), origin("digitalocean_tag.red", "id", inventory.Sure)),
		}, "none"},
		{"condition of the relation does not hold", "plan", map[string]cty.Value{
			"tags": list(text("blue")), "name": text("off"),
		}, "none"},
		{"condition of the relation is unknown", "plan", map[string]cty.Value{
			"tags": list(text("blue")), "name": cty.UnknownVal(cty.String),
		}, "possible"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			droplet := created("web", text("blue"))
			if test.firewall != nil && test.firewall["name"] == cty.NilVal {
				test.firewall["name"] = text("fw")
			}
			g := graph(t, test.kind, droplet, created("other"),
				instance("digitalocean_tag.blue", map[string]cty.Value{"name": text("blue")}),
				instance("digitalocean_tag.capital", map[string]cty.Value{"name": text("BLUE")}),
				instance("digitalocean_tag.red", map[string]cty.Value{"name": text("red")}),
				instance("digitalocean_firewall.fw", test.firewall))
			if got := describe(g.Links(droplet, "firewall")); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func describe(links []Link) string {
	switch {
	case len(links) == 0:
		return "none"
	case len(links) > 1:
		return "several"
	case links[0].Possible:
		return "possible"
	case links[0].Assumed:
		return "assumed"
	}
	return "sure"
}

func TestKnownIDsAreComparedAsText(t *testing.T) {
	droplet := instance("digitalocean_droplet.web", map[string]cty.Value{"id": text("300000041")})
	g := graph(t, "plan", droplet, instance("digitalocean_firewall.fw", map[string]cty.Value{
		"name": text("fw"), "droplet_ids": list(number(300000041)),
	}))
	if got := describe(g.Links(droplet, "firewall")); got != "sure" {
		t.Errorf("got %s", got)
	}
}

// TestLiteralsThatNoAddressIs: what configuration alone does not know of an
// existing Droplet may be any address, and nothing else.
func TestLiteralsThatNoAddressIs(t *testing.T) {
	for value, want := range map[string]string{
		"192.0.2.7":         "possible",
		"mail.example.com.": "none",
		"2001:db8::7":       "none",
		"10":                "none",
	} {
		droplet := instance("digitalocean_droplet.web", map[string]cty.Value{
			"ipv4_address": inventory.Unknown(cty.String, origin("digitalocean_droplet.web", "ipv4_address", inventory.Sure)),
		})
		record := instance("digitalocean_record.r", map[string]cty.Value{"value": text(value)})
		g := graph(t, "configuration", droplet, record)
		if got := describe(g.Links(record, "droplet")); got != want {
			t.Errorf("from %s: got %s, want %s", value, got, want)
		}
		if got := describe(g.Links(droplet, "record")); got != want {
			t.Errorf("to %s: got %s, want %s", value, got, want)
		}
	}
}

// TestUnknownAttributesAreThemselves: whatever a variable holds, who refers to
// the attribute that it is for holds the same.
func TestUnknownAttributesAreThemselves(t *testing.T) {
	for _, attribute := range []string{"id", "name"} {
		domain := instance("digitalocean_domain.d", map[string]cty.Value{"name": inventory.Unknown(cty.String, inventory.Anything)})
		g := graph(t, "configuration", domain, instance("digitalocean_record.r", map[string]cty.Value{
			"domain": inventory.Unknown(cty.String, origin("digitalocean_domain.d", attribute, inventory.Sure)),
		}))
		if got := describe(g.Links(domain, "own_record")); got != "sure" {
			t.Errorf("by %s: got %s", attribute, got)
		}
	}
}

// A reference leads on through an attribute that is itself a reference, and to
// the value of an attribute that is known.
func TestReferencesAreFollowed(t *testing.T) {
	droplet := instance("digitalocean_droplet.web", map[string]cty.Value{"id": text("41")})
	assignment := instance("digitalocean_reserved_ip_assignment.x", map[string]cty.Value{
		"droplet_id": inventory.Unknown(cty.Number, origin("digitalocean_droplet.web", "id", inventory.Sure)),
	})
	g := graph(t, "plan", droplet, assignment, instance("digitalocean_firewall.fw", map[string]cty.Value{
		"name": text("fw"),
		"droplet_ids": inventory.Unknown(cty.List(cty.Number),
			origin("digitalocean_reserved_ip_assignment.x", "droplet_id", inventory.Sure)),
	}))
	if got := describe(g.Links(droplet, "firewall")); got != "sure" {
		t.Errorf("got %s", got)
	}
}

func TestTwoPlansWithTheSameAddresses(t *testing.T) {
	a, b := created("web"), created("web")
	b.Input = 1
	fw := instance("digitalocean_firewall.fw", map[string]cty.Value{
		"name":        text("fw"),
		"droplet_ids": list(inventory.Unknown(cty.Number, origin("digitalocean_droplet.web", "id", inventory.Sure))),
	})
	g := graph(t, "plan", a, b, fw)
	g.inventory.Inputs = append(g.inventory.Inputs, inventory.Input{Kind: "plan"})
	if got := describe(g.Links(a, "firewall")); got != "sure" {
		t.Errorf("same plan: got %s", got)
	}
	if got := describe(g.Links(b, "firewall")); got != "none" {
		t.Errorf("other plan: got %s", got)
	}
}

// TestHiddenLiterals: of a set that is unknown as a whole the literals are not
// shown. Nobody writes the id of an instance that the same configuration makes;
// one of another input may be among them.
func TestHiddenLiterals(t *testing.T) {
	known := map[string]cty.Value{"id": text("42")}
	a, b := instance("digitalocean_droplet.a", known), instance("digitalocean_droplet.b", known)
	b.Input = 1
	fw := instance("digitalocean_firewall.fw", map[string]cty.Value{
		"name":        text("fw"),
		"droplet_ids": inventory.Unknown(cty.List(cty.Number), origin("digitalocean_droplet.web", "id", inventory.Sure), inventory.Literals),
	})
	g := graph(t, "plan", a, b, fw)
	g.inventory.Inputs = append(g.inventory.Inputs, inventory.Input{Kind: "plan"})
	if got := describe(g.Links(a, "firewall")); got != "none" {
		t.Errorf("same plan: got %s", got)
	}
	if got := describe(g.Links(b, "firewall")); got != "possible" {
		t.Errorf("other plan: got %s", got)
	}
}

func TestContains(t *testing.T) {
	ip := origin("digitalocean_loadbalancer.lb", "ip", inventory.Sure)
	derived := ip
	derived.Certainty = inventory.Derived
	perhaps := ip
	perhaps.Certainty = inventory.Maybe
	tests := []struct {
		name   string
		ip     cty.Value
		target cty.Value
		want   string
	}{
		{"known", text("192.0.2.7"), text("https://192.0.2.7/health"), "sure"},
		{"other", text("192.0.2.7"), text("https://192.0.2.8/health"), "none"},
		{"template", inventory.Unknown(cty.String, ip), inventory.Unknown(cty.String, derived, inventory.Anything), "sure"},
		{"the address itself", inventory.Unknown(cty.String, ip), inventory.Unknown(cty.String, ip), "sure"},
		{"perhaps", inventory.Unknown(cty.String, ip), inventory.Unknown(cty.String, perhaps), "possible"},
		{"perhaps another", inventory.Unknown(cty.String, ip), inventory.Unknown(cty.String, origin("digitalocean_loadbalancer.x", "ip", inventory.Maybe), inventory.Literals), "none"},
		{"a literal that is not shown", text("192.0.2.7"), inventory.Unknown(cty.String, perhaps, inventory.Literals), "possible"},
		{"anything", inventory.Unknown(cty.String, ip), inventory.Unknown(cty.String, inventory.Anything), "possible"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lb := instance("digitalocean_loadbalancer.lb", map[string]cty.Value{"ip": test.ip})
			g := graph(t, "plan", lb, instance("digitalocean_uptime_check.c", map[string]cty.Value{"target": test.target}))
			if got := describe(g.Links(lb, "check")); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestAddressesInTexts: in configuration alone an address that is written in a
// text may be that of an instance which exists already; a name may not, and what
// a plan makes has no address yet.
func TestAddressesInTexts(t *testing.T) {
	for _, test := range []struct{ target, kind, want string }{
		{"https://192.0.2.7/health", "configuration", "possible"},
		{"192.0.2.7", "configuration", "possible"},
		{"https://192.0.2.7:8443", "configuration", "possible"},
		{"https://[2001:db8::7]/health", "configuration", "none"}, // the join is by IPv4
		{"https://www.example.com/health", "configuration", "none"},
		{"https://192.0.2.7/health", "plan", "none"},
	} {
		lb := instance("digitalocean_loadbalancer.lb", map[string]cty.Value{
			"ip": inventory.Unknown(cty.String, origin("digitalocean_loadbalancer.lb", "ip", inventory.Sure)),
		})
		g := graph(t, test.kind, lb, instance("digitalocean_uptime_check.c", map[string]cty.Value{"target": text(test.target)}))
		if got := describe(g.Links(lb, "check")); got != test.want {
			t.Errorf("%s in a %s: got %s, want %s", test.target, test.kind, got, test.want)
		}
	}
}

// A firewall whose count is unknown may not be there at all: that it has the
// tag makes no sure link. What it refers to makes one, as when it is made for each Droplet.
func TestStandInsLinkForSureOnlyByReference(t *testing.T) {
	for _, test := range []struct {
		name     string
		firewall map[string]cty.Value
		want     string
	}{
		{"by tag", map[string]cty.Value{"tags": list(text("blue"))}, "possible"},
		{"by reference", map[string]cty.Value{
			"droplet_ids": list(inventory.Unknown(cty.Number, origin("digitalocean_droplet.web", "id", inventory.Sure))),
		}, "sure"},
	} {
		test.firewall["name"] = text("fw")
		firewall := instance("digitalocean_firewall.fw", test.firewall)
		firewall.StandIn = true
		droplet := created("web", text("blue"))
		if got := describe(graph(t, "configuration", droplet, firewall).Links(droplet, "firewall")); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// TestConditions: what a condition comes to is remembered for what it reads alone.
func TestConditions(t *testing.T) {
	droplet := func(name, size string) *inventory.Instance {
		return instance("digitalocean_droplet."+name, map[string]cty.Value{
			"id": text(name), "name": text(name), "size": text(size), "tags": list(text("a")), "ipv4_address": text("192.0.2." + size),
		})
	}
	small, large := droplet("small", "1"), droplet("large", "2")
	g := graph(t, "plan", droplet("another", "1"), large, small)
	a := g.Asker()
	for range 2 { // what is remembered is the same
		for n, want := range []string{"digitalocean_droplet.small", "", "digitalocean_droplet.another"} {
			var got []string
			for link := range a.Links(n, "same_size").Each() {
				got = append(got, link.To.Address)
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%d: got %q, want %q", n, got, want)
			}
		}
		clear(a.recent)
		clear(a.shared)
	}
}
