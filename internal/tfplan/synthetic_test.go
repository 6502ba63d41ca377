package tfplan

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// synthetic is a small plan that a test writes by hand: only what it is about.
type synthetic struct {
	changes  []string // "address after after_unknown" as JSON objects, made by create
	root     string   // root_module of configuration
	relevant string
}

// create is a resource change that creates an object.
func create(address, after, unknown string) string {
	return resourceChange(address, `["create"]`, "null", after, unknown)
}

func resourceChange(address, actions, before, after, unknown string) string {
	parts := steps(address)
	module := moduleOf(address)
	fields := map[string]any{"address": address, "mode": "managed", "provider_name": "registry.terraform.io/digitalocean/digitalocean"}
	if module != "" {
		fields["module_address"] = module
		parts = steps(strings.TrimPrefix(address[len(module):], "."))
	}
	if parts[0].name == "data" {
		fields["mode"] = "data"
		parts = parts[1:]
	}
	fields["type"], fields["name"] = parts[0].name, parts[1].name
	if len(parts) > 2 {
		var index any
		if err := json.Unmarshal([]byte(strings.Trim(parts[2].key, "[]")), &index); err != nil {
			panic(err)
		}
		fields["index"] = index
	}
	if !strings.HasPrefix(parts[0].name, "digitalocean_") {
		fields["provider_name"] = "terraform.io/builtin/terraform"
	}
	fields["change"] = json.RawMessage(fmt.Sprintf(`{"actions":%s,"before":%s,"after":%s,"after_unknown":%s,"before_sensitive":false,"after_sensitive":{}}`, actions, before, after, unknown))
	text, err := json.Marshal(fields)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func (s synthetic) json() string {
	relevant := ""
	if s.relevant != "" {
		relevant = `,"relevant_attributes":` + s.relevant
	}
	root := s.root
	if root == "" {
		root = "{}"
	}
	return `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[` + strings.Join(s.changes, ",") +
		`],"configuration":{"root_module":` + root + `}` + relevant + `}`
}

func readText(t testing.TB, text string) (*Plan, hcl.Diagnostics) {
	t.Helper()
	return Read(strings.NewReader(text), "plan.json", Options{Schema: provider.Load()})
}

func (s synthetic) read(t testing.TB) *Plan {
	t.Helper()
	p, diags := readText(t, s.json())
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return p
}

// instance finds one by address.
func (p *Plan) instance(t testing.TB, address string) *inventory.Instance {
	t.Helper()
	for _, i := range p.Instances {
		if i.Address == address {
			return i
		}
	}
	t.Fatalf("no instance %s", address)
	return nil
}

// attribute shows an attribute of an instance, by a dotted path with indexes.
func (p *Plan) attribute(t testing.TB, address, path string) string {
	t.Helper()
	v := p.instance(t, address).Absolute(p.instance(t, address).Values)
	for _, s := range steps(path) {
		v, _ = v.Unmark()
		if s.key != "" {
			var n int64
			fmt.Sscanf(s.key, "[%d]", &n)
			v = v.Index(cty.NumberIntVal(n))
		} else {
			v = v.GetAttr(s.name)
		}
	}
	return show(v)
}

// resourceBlock is a resource of a configuration.
func resourceBlock(address, expressions string, more ...string) string {
	typ, name, _ := strings.Cut(address, ".")
	mode := "managed"
	if typ == "data" {
		mode = "data"
		typ, name, _ = strings.Cut(name, ".")
	}
	return fmt.Sprintf(`{"address":%q,"mode":%q,"type":%q,"name":%q,"expressions":%s%s}`, address, mode, typ, name, expressions, strings.Join(append([]string{""}, more...), ","))
}

// refs is an expression with references.
func refs(list ...string) string {
	text, _ := json.Marshal(map[string][]string{"references": list})
	return string(text)
}
