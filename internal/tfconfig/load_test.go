package tfconfig

import (
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
)

// find returns the instance with an address.
func find(t testing.TB, m *Module, address string) *inventory.Instance {
	t.Helper()
	var all []string
	for _, i := range m.Instances {
		if i.Address == address {
			return i
		}
		all = append(all, i.Address)
	}
	t.Fatalf("no %s among %s", address, strings.Join(all, ", "))
	return nil
}

// text writes a value in short: origins of unknown ones in brackets.
func text(v cty.Value) string {
	inner, marks := v.Unmark()
	if !inner.IsKnown() {
		var parts []string
		for m := range marks {
			if o, ok := m.(inventory.Origin); ok {
				parts = append(parts, fmt.Sprintf("%s.%s%s", o.Address, o.Attribute, strings.Repeat("~", int(o.Certainty))))
			}
		}
		sort.Strings(parts)
		return "<" + strings.Join(parts, " ") + ">"
	}
	switch t := inner.Type(); {
	case inner.IsNull():
		return "null"
	case t == cty.String:
		return inner.AsString()
	case t == cty.Number:
		return inner.AsBigFloat().Text('f', -1)
	case t == cty.Bool:
		return fmt.Sprint(inner.True())
	case t.IsObjectType():
		var parts []string
		for name, a := range inner.AsValueMap() {
			if a.IsKnown() && blank(bareValue(a)) {
				continue
			}
			parts = append(parts, name+"="+text(a))
		}
		sort.Strings(parts)
		return "{" + strings.Join(parts, " ") + "}"
	}
	var parts []string
	for _, e := range inner.AsValueSlice() {
		parts = append(parts, text(e))
	}
	return "[" + strings.Join(parts, " ") + "]"
}

func bareValue(v cty.Value) cty.Value {
	inner, _ := v.Unmark()
	return inner
}

const web = "resource \"digitalocean_droplet\" \"web\" {\n  name = \"web\"\n  size = \"s\"\n  image = \"i\"\n}\n"

// TestLoad: what configuration means, case by case.
func TestLoad(t *testing.T) {
	tests := []struct {
		name      string
		files     map[string]string
		options   Options
		address   string
		attribute string
		want      string
	}{
		{"JSON", map[string]string{"main.tf.json": `{"//":"c","variable":{"n":{"default":"x","type":"string"}},"locals":{"l":["a","${var.n}"]},"resource":{"digitalocean_tag":{"t":{"name":"${join(\"-\",local.l)}"}}}}`}, Options{}, "digitalocean_tag.t", "name", "a-x"},
		{"JSON blocks", map[string]string{"main.tf.json": `{"resource":{"digitalocean_droplet":{"d":{"name":"d"}},"digitalocean_firewall":{"f":{"name":"f","droplet_ids":["${digitalocean_droplet.d.id}"],"inbound_rule":[{"protocol":"tcp","port_range":"22"},{"protocol":"icmp"}],"dynamic":{"outbound_rule":{"for_each":["tcp"],"content":{"protocol":"${outbound_rule.value}"}}}}}}}`}, Options{}, "digitalocean_firewall.f", "inbound_rule", "[{port_range=22 protocol=tcp} {protocol=icmp}]"},
		{"JSON dynamic", map[string]string{"main.tf.json": `{"resource":{"digitalocean_firewall":{"f":{"name":"f","dynamic":{"outbound_rule":{"for_each":["tcp","udp"],"content":{"protocol":"${outbound_rule.value}"}}}}}}}`}, Options{}, "digitalocean_firewall.f", "outbound_rule", "[{protocol=tcp} {protocol=udp}]"},
		{"JSON reference", map[string]string{"main.tf.json": `{"resource":{"digitalocean_droplet":{"d":{"name":"d"}},"digitalocean_firewall":{"f":{"name":"f","droplet_ids":["${digitalocean_droplet.d.id}"]}}}}`}, Options{}, "digitalocean_firewall.f", "droplet_ids", "[<digitalocean_droplet.d.id>]"},
		{"OpenTofu's file stands in", map[string]string{"a.tf": tagOf("\"tf\""), "a.tofu": tagOf("\"tofu\"")}, Options{}, "digitalocean_tag.t", "name", "tofu"},
		{"override", map[string]string{"main.tf": "locals {\n  n = \"a\"\n}\n" + tagOf("local.n"), "main_override.tf": "locals {\n  n = \"b\"\n}\n"}, Options{}, "digitalocean_tag.t", "name", "b"},
		{"override of a resource", map[string]string{"main.tf": tagOf("\"a\""), "override.tf": tagOf("\"b\"")}, Options{}, "digitalocean_tag.t", "name", "b"},
		{"override of blocks", map[string]string{"main.tf": "resource \"digitalocean_firewall\" \"f\" {\n  name = \"f\"\n  inbound_rule {\n    protocol = \"tcp\"\n  }\n}\n", "override.tf": "resource \"digitalocean_firewall\" \"f\" {\n  inbound_rule {\n    protocol = \"icmp\"\n  }\n}\n"}, Options{}, "digitalocean_firewall.f", "inbound_rule", "[{protocol=icmp}]"},
		{"default", map[string]string{"main.tf": "variable \"v\" {\n  default = \"d\"\n}\n" + tagOf("var.v")}, Options{}, "digitalocean_tag.t", "name", "d"},
		{"environment", variableFiles(), Options{Env: []string{"TF_VAR_v=env", "TF_VAR_other=x"}}, "digitalocean_tag.t", "name", "env"},
		{"tfvars beats environment", variableFiles("terraform.tfvars"), Options{Env: []string{"TF_VAR_v=env"}}, "digitalocean_tag.t", "name", "terraform.tfvars"},
		{"JSON tfvars beats tfvars", variableFiles("terraform.tfvars", "terraform.tfvars.json"), Options{}, "digitalocean_tag.t", "name", "terraform.tfvars.json"},
		{"auto beats tfvars", variableFiles("terraform.tfvars.json", "a.auto.tfvars"), Options{}, "digitalocean_tag.t", "name", "a.auto.tfvars"},
		{"auto in lexical order", variableFiles("b.auto.tfvars", "a.auto.tfvars.json", "c.auto.tfvars.json"), Options{}, "digitalocean_tag.t", "name", "c.auto.tfvars.json"},
		{"--var beats all", variableFiles("a.auto.tfvars"), Options{Vars: []string{"v=first", "v=var"}, Env: []string{"TF_VAR_v=env"}}, "digitalocean_tag.t", "name", "var"},
		{"--var of a list", map[string]string{"main.tf": "variable \"v\" {\n  type = list(string)\n}\n" + tagOf("join(\",\", var.v)")}, Options{Vars: []string{`v=["a","b"]`}}, "digitalocean_tag.t", "name", "a,b"},
		{"--var of a number", map[string]string{"main.tf": "variable \"v\" {\n  type = number\n}\n" + tagOf("\"n${var.v + 1}\"")}, Options{Vars: []string{"v=41"}}, "digitalocean_tag.t", "name", "n42"},
		{"no value", map[string]string{"main.tf": "variable \"v\" {\n}\n" + tagOf("var.v")}, Options{}, "digitalocean_tag.t", "name", "<.*>"},
		{"of the plan", map[string]string{"main.tf": "variable \"v\" {\n  type = list(string)\n}\n" + tagOf("var.v[1]"), "terraform.tfvars": "v = [\"x\", \"y\"]"}, Options{Planned: &Planned{Variables: map[string]cty.Value{"v": cty.StringVal(`["p","q"]`)}}}, "digitalocean_tag.t", "name", "q"},
		{"optional attribute", map[string]string{"main.tf": "variable \"v\" {\n  type = object({ a = string, b = optional(string, \"dflt\") })\n  default = { a = \"x\" }\n}\n" + tagOf("var.v.b")}, Options{}, "digitalocean_tag.t", "name", "dflt"},
		{"optional attribute beside an unknown one", map[string]string{"main.tf": web + "module \"m\" {\n  source = \"./m\"\n  v = { a = digitalocean_droplet.web.id }\n}\n", "m/main.tf": "variable \"v\" {\n  type = object({ a = string, b = optional(string, \"dflt\") })\n}\n" + tagOf("var.v.b")}, Options{}, "module.m.digitalocean_tag.t", "name", "dflt"},
		{"null for a variable that may not be", map[string]string{"main.tf": "module \"m\" {\n  source = \"./m\"\n  v = null\n}\n", "m/main.tf": "variable \"v\" {\n  default = \"d\"\n  nullable = false\n}\n" + tagOf("var.v")}, Options{}, "module.m.digitalocean_tag.t", "name", "d"},
		{"workspace", map[string]string{"main.tf": tagOf("terraform.workspace")}, Options{Workspace: "prod"}, "digitalocean_tag.t", "name", "prod"},
		{"workspace that is selected", map[string]string{"main.tf": tagOf("terraform.workspace"), ".terraform/environment": "stage"}, Options{}, "digitalocean_tag.t", "name", "stage"},
		{"installed module", map[string]string{"main.tf": "module \"m\" {\n  source = \"acme/thing/digitalocean\"\n}\n" + tagOf("module.m.out"), ".terraform/modules/modules.json": `{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":".terraform/modules/m"}]}`, ".terraform/modules/m/main.tf": "output \"out\" {\n  value = \"installed\"\n}\n"}, Options{}, "digitalocean_tag.t", "name", "installed"},
		{"module that is not installed", map[string]string{"main.tf": "module \"m\" {\n  source = \"acme/thing/digitalocean\"\n}\n" + tagOf("module.m.out")}, Options{}, "digitalocean_tag.t", "name", "<.*>"},
		{"module within a module", map[string]string{"main.tf": "module \"a\" {\n  source = \"./a\"\n}\n", "a/main.tf": "module \"b\" {\n  source = \"../b\"\n  n = path.module\n}\n", "b/main.tf": "variable \"n\" {\n}\n" + tagOf("\"${var.n} ${path.module} ${path.root}\"")}, Options{}, "module.a.module.b.digitalocean_tag.t", "name", "a b ."},
		{"outputs that depend on each other", map[string]string{"main.tf": "module \"m\" {\n  source = \"./m\"\n  v = module.m.first\n}\n" + tagOf("module.m.second"), "m/main.tf": "variable \"v\" {\n}\noutput \"first\" {\n  value = \"x\"\n}\noutput \"second\" {\n  value = \"${var.v}y\"\n}\n"}, Options{}, "digitalocean_tag.t", "name", "xy"},
		{"file", map[string]string{"main.tf": tagOf("file(\"${path.module}/f.txt\")"), "f.txt": "content"}, Options{}, "digitalocean_tag.t", "name", "content"},
		{"file of a module", map[string]string{"main.tf": "module \"m\" {\n  source = \"./m\"\n}\n", "m/main.tf": tagOf("templatefile(\"${path.module}/f.tmpl\", { n = \"x\" })"), "m/f.tmpl": "<${n}>"}, Options{}, "module.m.digitalocean_tag.t", "name", "<x>"},
		{"fileset", map[string]string{"main.tf": tagOf("join(\",\", fileset(path.module, \"**/*.txt\"))"), "b.txt": "", "d/a.txt": "", "x.md": ""}, Options{}, "digitalocean_tag.t", "name", "b.txt,d/a.txt"},
		{"fileexists", map[string]string{"main.tf": tagOf("fileexists(\"x.txt\") ? \"yes\" : \"no\"")}, Options{}, "digitalocean_tag.t", "name", "no"},
		{"unset computed", map[string]string{"main.tf": web}, Options{}, "digitalocean_droplet.web", "ipv4_address", "<digitalocean_droplet.web.ipv4_address>"},
		{"default of the provider", map[string]string{"main.tf": web}, Options{}, "digitalocean_droplet.web", "backups", "false"},
		{"null is unset", map[string]string{"main.tf": "resource \"digitalocean_droplet\" \"d\" {\n  resize_disk = null\n}\n"}, Options{}, "digitalocean_droplet.d", "resize_disk", "true"},
		{"identity", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"a\" {\n  name = \"prod\"\n}\n" + tagOf("digitalocean_tag.a.id")}, Options{}, "digitalocean_tag.t", "name", "prod"},
		{"resource of another provider", map[string]string{"main.tf": "resource \"random_id\" \"r\" {\n  byte_length = 8\n}\n" + tagOf("\"${random_id.r.byte_length}\"")}, Options{}, "digitalocean_tag.t", "name", "8"},
		{"unknown of another provider", map[string]string{"main.tf": "resource \"random_id\" \"r\" {\n}\n" + tagOf("random_id.r.hex")}, Options{}, "digitalocean_tag.t", "name", "<random_id.r.hex>"},
		{"data source", map[string]string{"main.tf": "data \"digitalocean_vpc\" \"v\" {\n  name = \"x\"\n}\nresource \"digitalocean_droplet\" \"d\" {\n  vpc_uuid = data.digitalocean_vpc.v.id\n}\n"}, Options{}, "digitalocean_droplet.d", "vpc_uuid", "<data.digitalocean_vpc.v.id>"},
		{"data source that was read", map[string]string{"main.tf": "data \"digitalocean_vpc\" \"v\" {\n  name = \"x\"\n}\nresource \"digitalocean_droplet\" \"d\" {\n  vpc_uuid = data.digitalocean_vpc.v.id\n}\n"}, Options{Planned: &Planned{Values: func(address string) (cty.Value, bool) {
			return cty.ObjectVal(map[string]cty.Value{"id": cty.StringVal("uuid")}), address == "data.digitalocean_vpc.v"
		}}}, "digitalocean_droplet.d", "vpc_uuid", "uuid"},
		{"count unknown", map[string]string{"main.tf": "variable \"n\" {\n}\nresource \"digitalocean_droplet\" \"d\" {\n  count = var.n\n}\nresource \"digitalocean_firewall\" \"f\" {\n  droplet_ids = digitalocean_droplet.d[*].id\n}\n"}, Options{}, "digitalocean_firewall.f", "droplet_ids", "<digitalocean_droplet.d.id>"},
		{"count that the plan knows", map[string]string{"main.tf": "variable \"n\" {\n}\nresource \"digitalocean_droplet\" \"d\" {\n  count = var.n\n}\nresource \"digitalocean_firewall\" \"f\" {\n  droplet_ids = digitalocean_droplet.d[*].id\n}\n"}, Options{Planned: &Planned{Keys: func(string) ([]cty.Value, bool) {
			return []cty.Value{cty.NumberIntVal(1), cty.NumberIntVal(0)}, true
		}}}, "digitalocean_firewall.f", "droplet_ids", "[<digitalocean_droplet.d[0].id> <digitalocean_droplet.d[1].id>]"},
		{"stand-in that is not there for certain", map[string]string{"main.tf": "variable \"n\" {\n}\n" + web + "resource \"digitalocean_firewall\" \"f\" {\n  count = var.n\n  droplet_ids = [digitalocean_droplet.web.id]\n}\n"}, Options{}, "digitalocean_firewall.f", "droplet_ids", "[<digitalocean_droplet.web.id~~>]"},
		{"stand-in for each", map[string]string{"main.tf": "variable \"n\" {\n}\nresource \"digitalocean_droplet\" \"d\" {\n  for_each = var.n\n}\nresource \"digitalocean_firewall\" \"f\" {\n  for_each = digitalocean_droplet.d\n  droplet_ids = [each.value.id]\n}\n"}, Options{}, "digitalocean_firewall.f", "droplet_ids", "[<digitalocean_droplet.d.id>]"},
		{"within a stand-in module", map[string]string{"main.tf": "variable \"n\" {\n}\nmodule \"m\" {\n  source = \"./m\"\n  count = var.n\n}\n", "m/main.tf": web + "resource \"digitalocean_firewall\" \"f\" {\n  droplet_ids = [digitalocean_droplet.web.id]\n}\n"}, Options{}, "module.m.digitalocean_firewall.f", "droplet_ids", "[<module.m.digitalocean_droplet.web.id>]"},
		{"output of a stand-in module", map[string]string{"main.tf": "variable \"n\" {\n}\nmodule \"m\" {\n  source = \"./m\"\n  for_each = var.n\n}\nresource \"digitalocean_firewall\" \"f\" {\n  droplet_ids = flatten([for x in module.m : x.ids])\n}\n", "m/main.tf": web + "output \"ids\" {\n  value = [digitalocean_droplet.web.id]\n}\n"}, Options{}, "digitalocean_firewall.f", "droplet_ids", "<module.m.digitalocean_droplet.web.id>"},
		{"unknown dynamic block", map[string]string{"main.tf": "variable \"r\" {\n}\nresource \"digitalocean_firewall\" \"f\" {\n  inbound_rule {\n    protocol = \"tcp\"\n  }\n  dynamic \"inbound_rule\" {\n    for_each = var.r\n    content {\n      protocol = \"udp\"\n    }\n  }\n}\n"}, Options{}, "digitalocean_firewall.f", "inbound_rule", "<.*>"},
		{"dynamic blocks within dynamic blocks", map[string]string{"main.tf": "resource \"digitalocean_spaces_bucket\" \"b\" {\n  dynamic \"lifecycle_rule\" {\n    for_each = [7, 30]\n    iterator = rule\n    content {\n      enabled = true\n      dynamic \"expiration\" {\n        for_each = [rule.value]\n        content {\n          days = expiration.value + rule.key\n        }\n      }\n    }\n  }\n}\n"}, Options{}, "digitalocean_spaces_bucket.b", "lifecycle_rule", "[{enabled=true expiration=[{days=7}] id=<.* digitalocean_spaces_bucket.b.lifecycle_rule~~~>} {enabled=true expiration=[{days=31}] id=<.* digitalocean_spaces_bucket.b.lifecycle_rule~~~>}]"},
		{"set is in order, without duplicates", map[string]string{"main.tf": "resource \"digitalocean_droplet\" \"d\" {\n  tags = [\"b\", \"a\", \"b\"]\n}\n"}, Options{}, "digitalocean_droplet.d", "tags", "[a b]"},
		{"number for a text", map[string]string{"main.tf": "resource \"digitalocean_firewall\" \"f\" {\n  inbound_rule {\n    port_range = 22\n    protocol = \"tcp\"\n  }\n}\n"}, Options{}, "digitalocean_firewall.f", "inbound_rule", "[{port_range=22 protocol=tcp}]"},
		{"each of a set with an unknown element", map[string]string{"main.tf": web + "resource \"digitalocean_tag\" \"t\" {\n  for_each = toset([digitalocean_droplet.web.id])\n  name = each.value\n}\n"}, Options{}, "digitalocean_tag.t", "name", "<digitalocean_droplet.web.id>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, diags := Load(files(t, test.files), test.options)
			if diags.HasErrors() {
				t.Error(errorText(diags))
			}
			v := find(t, m, test.address).Values.GetAttr(test.attribute)
			if got := text(v); got != test.want {
				t.Errorf("%s is %s, not %s", test.attribute, got, test.want)
			}
		})
	}
}

// variableFiles is a root module with files that give a variable their own name.
func variableFiles(names ...string) map[string]string {
	out := map[string]string{"main.tf": "variable \"v\" {\n}\n" + tagOf("var.v")}
	for _, name := range names {
		out[name] = fmt.Sprintf("v = %q\n", name)
		if strings.HasSuffix(name, ".json") {
			out[name] = fmt.Sprintf("{\"v\": %q}", name)
		}
	}
	return out
}

// TestShapes: values have exactly the type that everything after relies on,
// and every unknown value has a mark.
func TestShapes(t *testing.T) {
	for _, dir := range planFolders(t) {
		m, _ := Load(dir, Options{})
		for _, i := range m.Instances {
			want := newWorld(Options{}).schema.Type(i.Type).Shape()
			if errs := i.Values.Type().TestConformance(want); len(errs) > 0 {
				t.Errorf("%s: %s: %v", filepath.Base(dir), i.Address, errs)
			}
			for name, v := range i.Values.AsValueMap() {
				if path := unmarked(v, name); path != "" {
					t.Errorf("%s: %s: %s is unknown without an origin", filepath.Base(dir), i.Address, path)
				}
			}
		}
	}
}

// unmarked finds an unknown value without a mark of the inventory, or a known one with an origin.
func unmarked(v cty.Value, path string) string {
	inner, marks := v.Unmark()
	found := false
	for m := range marks {
		o, ok := m.(inventory.Origin)
		found = found || ok
		if ok && inner.IsKnown() || !ok && m != inventory.Sensitive {
			return fmt.Sprintf("%s (%v)", path, o)
		}
	}
	if !inner.IsKnown() {
		if found {
			return ""
		}
		return path
	}
	if inner.IsNull() || !inner.CanIterateElements() {
		return ""
	}
	for it := inner.ElementIterator(); it.Next(); {
		_, e := it.Element()
		if p := unmarked(e, path+"."); p != "" {
			return p
		}
	}
	return ""
}
