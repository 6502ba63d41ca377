package tfplan

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// TestKeyOrder: jq and other tools sort the keys of objects.
func TestKeyOrder(t *testing.T) {
	files, _ := filepath.Glob(plans + "/*/plan.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var whole any
		if err := json.Unmarshal(data, &whole); err != nil {
			t.Fatal(err)
		}
		sorted, err := json.MarshalIndent(whole, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		a, b := mustRead(t, data), mustRead(t, sorted)
		// Source order is lost with the keys; nothing else may be.
		if diff := cmp.Diff(sortedLines(dump(a)), sortedLines(dump(b))); diff != "" {
			t.Errorf("%s: sorting the keys changes the inventory:\n%s", file, diff)
		}
	}
}

func sortedLines(s string) []string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return lines
}

// TestActions: what each kind of change becomes.
func TestActions(t *testing.T) {
	obj := `{"id":"1","name":"x"}`
	tests := []struct {
		actions, before, after string
		ended, hasBefore       bool
	}{
		{`["create"]`, "null", obj, false, false},
		{`["no-op"]`, obj, obj, false, true},
		{`["update"]`, obj, obj, false, true},
		{`["delete","create"]`, obj, obj, false, true},
		{`["create","delete"]`, obj, obj, false, true},
		{`["delete"]`, obj, "null", true, true},
		{`["forget"]`, obj, "null", true, true},
	}
	for _, test := range tests {
		t.Run(test.actions, func(t *testing.T) {
			s := synthetic{changes: []string{resourceChange("digitalocean_droplet.x", test.actions, test.before, test.after, "{}")}}
			i := s.read(t).instance(t, "digitalocean_droplet.x")
			if i.Ended != test.ended || i.Values.IsNull() != test.ended || (i.Before != cty.NilVal) != test.hasBefore {
				t.Errorf("ended %t, values %#v, before %#v", i.Ended, i.Values, i.Before)
			}
			var want []string
			json.Unmarshal([]byte(test.actions), &want)
			if !slices.Equal(i.Actions, want) || i.Lifecycle.GetAttr("actions").LengthInt() != len(want) {
				t.Errorf("actions are %v, want %v", i.Actions, want)
			}
		})
	}
}

// TestLifecycleFolder: moved, removed, imported, replaced and vanished objects of a real plan.
func TestLifecycleFolder(t *testing.T) {
	p := readFile(t, plans+"/13-lifecycle/plan.json")
	if i := p.instance(t, "digitalocean_droplet.name_after"); i.PreviousAddress != "digitalocean_droplet.name_before" {
		t.Errorf("moved from %q", i.PreviousAddress)
	}
	for _, address := range []string{"digitalocean_droplet.old", "digitalocean_droplet.forgotten", "digitalocean_firewall.gone"} {
		if i := p.instance(t, address); !i.Ended || i.Before == cty.NilVal {
			t.Errorf("%s has not ended", address)
		}
	}
	if i := p.instance(t, "digitalocean_droplet.drifty"); show(i.Before.GetAttr("name")) != `"renamed-by-hand"` {
		t.Error("the drift is lost")
	}
}

// TestDeposed: a deposed object beside its successor is not a second instance.
func TestDeposed(t *testing.T) {
	deposed := strings.Replace(resourceChange("digitalocean_droplet.x", `["delete"]`, `{"id":"1"}`, "null", "{}"), `"mode"`, `"deposed":"ab12","mode"`, 1)
	s := synthetic{changes: []string{deposed, create("digitalocean_droplet.x", "{}", `{"id":true}`)}}
	if i := s.read(t).instance(t, "digitalocean_droplet.x"); i.Ended {
		t.Error("the deposed object stands for the new one")
	}
}

// TestPriorState: data sources, and what -target left out of the changes.
func TestPriorState(t *testing.T) {
	state := `"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[
		{"address":"data.digitalocean_droplet.read","mode":"data","type":"digitalocean_droplet","name":"read","values":{"id":9,"name":"n","tags":["t"]}},
		{"address":"data.digitalocean_images.all","mode":"data","type":"digitalocean_images","name":"all","values":{"images":[]}},
		{"address":"digitalocean_firewall.f","mode":"managed","type":"digitalocean_firewall","name":"f","values":{"name":"old"}},
		{"address":"digitalocean_firewall.left","mode":"managed","type":"digitalocean_firewall","name":"left","values":{"name":"left","droplet_ids":[9]}},
		{"address":"digitalocean_firewall.dep","mode":"managed","type":"digitalocean_firewall","name":"dep","deposed_key":"00","values":{}}]}}}`
	changes := firewallPlan(refs("data.digitalocean_droplet.read.id", "data.digitalocean_droplet.read", "digitalocean_droplet.one.id", "digitalocean_droplet.one"), "").json()
	for name, input := range map[string]string{
		"after the changes":  strings.TrimSuffix(changes, "}") + "," + state + "}",
		"before the changes": "{" + state + "," + changes[1:],
	} {
		t.Run(name, func(t *testing.T) {
			p := mustRead(t, []byte(input))
			data := p.instance(t, "data.digitalocean_droplet.read")
			if !data.Data || show(data.Values.GetAttr("id")) != `"9"` || show(data.Values.GetAttr("user_data")) != "?<anything>" {
				t.Errorf("data source is %s", show(data.Values))
			}
			p.instance(t, "data.digitalocean_images.all")
			if left := p.instance(t, "digitalocean_firewall.left"); !slices.Equal(left.Actions, []string{"no-op"}) || show(left.Values.GetAttr("droplet_ids")) != "[9]" {
				t.Errorf("left out by -target: %v", left)
			}
			if got, want := p.attribute(t, "digitalocean_firewall.f", "droplet_ids"), "?<literals> <sure data.digitalocean_droplet.read.id> <sure digitalocean_droplet.one.id>"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			for _, i := range p.Instances {
				if i.Address == "digitalocean_firewall.dep" {
					t.Error("a deposed object is an instance")
				}
			}
			if len(p.Notes) > 0 {
				t.Error(p.Notes)
			}
		})
	}
}

// TestDeferredData: a data source that only apply reads may find any object.
func TestDeferredData(t *testing.T) {
	s := firewallPlan(refs("data.digitalocean_droplet.late.id", "data.digitalocean_droplet.late"), "[]")
	s.changes = append(s.changes, resourceChange("data.digitalocean_droplet.late", `["read"]`, "null", `{"name":"x"}`, `{"id":true}`))
	if got, want := s.read(t).attribute(t, "digitalocean_firewall.f", "droplet_ids"), "?<anything> <literals> <sure data.digitalocean_droplet.late.id>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSensitive: by the schema, by the plan, at any depth, before and after.
func TestSensitive(t *testing.T) {
	change := strings.Replace(resourceChange("digitalocean_app.x", `["update"]`,
		`{"spec":[{"name":"a","env":[{"key":"K","value":"hunter1"}]}]}`, `{"spec":[{"name":"a","env":[{"key":"K","value":"hunter2"}]}]}`, "{}"),
		`"before_sensitive":false,"after_sensitive":{}`, `"before_sensitive":{"spec":[{"name":true}]},"after_sensitive":{"spec":[{"env":true}]}`, 1)
	plan := synthetic{changes: []string{change}, root: `{"variables":{"s":{"sensitive":true},"p":{}}}`}.json()
	p := mustRead(t, []byte(`{"variables":{"s":{"value":"hunter3"},"p":{"value":12345678901234567890123}},`+plan[1:]))
	text := dump(p)
	if strings.Contains(text, "hunter") {
		t.Errorf("a sensitive value is not marked:\n%s", text)
	}
	i := p.instance(t, "digitalocean_app.x")
	if name := i.Before.GetAttr("spec").Index(cty.NumberIntVal(0)).GetAttr("name"); !name.HasMark(inventory.Sensitive) {
		t.Error("before_sensitive is lost")
	}
	if got := valueText(p.Variables["p"]); got != "12345678901234567890123" {
		t.Errorf("a large number became %s", got)
	}
}

// TestKeep: with a projection, values have what was asked for and no more.
func TestKeep(t *testing.T) {
	opts := Options{Schema: provider.Load(), NoBefore: true, Keep: func(t, a string) bool { return t == "digitalocean_droplet" && a == "backups" }}
	p, diags := Read(strings.NewReader(firewallPlan(refs("digitalocean_droplet.web"), "").json()), "plan.json", opts)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	d := p.instance(t, "digitalocean_droplet.keep")
	if got := sortedKeys(d.Values.Type().AttributeTypes()); !slices.Equal(got, []string{"backups", "id"}) {
		t.Errorf("kept %v", got)
	}
	if d.Before != cty.NilVal {
		t.Error("Before was read")
	}
}

// TestShape: with or without a value for it, every attribute of the schema is there.
func TestShape(t *testing.T) {
	schema := provider.Load()
	files, _ := filepath.Glob(plans + "/*/plan*.json")
	for _, file := range files {
		for _, i := range readFile(t, file).Instances {
			want := schema.Type(i.Type).Shape()
			if !i.Values.Type().Equals(want) || i.Before != cty.NilVal && !i.Before.Type().Equals(want) {
				t.Errorf("%s: %s has another shape than the schema", file, i.Address)
			}
		}
	}
}

// TestUnknownsHaveOrigins: every unknown value carries a mark.
func TestUnknownsHaveOrigins(t *testing.T) {
	files, _ := filepath.Glob(plans + "/*/plan*.json")
	for _, file := range files {
		for _, i := range readFile(t, file).Instances {
			_ = cty.Walk(i.Values, func(path cty.Path, v cty.Value) (bool, error) {
				bare, marks := v.Unmark()
				if !bare.IsKnown() && len(marks) == 0 {
					t.Errorf("%s: %s %v has no mark", file, i.Address, path)
				}
				return true, nil
			})
		}
	}
}

// TestTerraformInstance: what a plan tells of Terraform itself.
func TestTerraformInstance(t *testing.T) {
	input := `{"format_version":"1.2","planned_values":{},"configuration":{"provider_config":{
		"digitalocean":{"name":"digitalocean","full_name":"registry.opentofu.org/digitalocean/digitalocean","version_constraint":"~> 2.0","expressions":{"token":{"constant_value":"dop_v1_secret"}}},
		"digitalocean.east":{"name":"digitalocean","full_name":"registry.opentofu.org/digitalocean/digitalocean","alias":"east","expressions":{"token":{"references":["var.t"]}}},
		"module.x:random":{"name":"random","module_address":"module.x","full_name":"registry.opentofu.org/hashicorp/random"}},
		"root_module":{"variables":{"pw":{"sensitive":true,"default":"hunter2"},"ok":{"sensitive":true},"n":{"default":"x"}},
		"module_calls":{
			"git":{"source":"git::https://example.com/m.git?ref=v1.2.0","module":{"module_calls":{"inner":{"source":"x/y/z","module":{}}}}},
			"reg":{"source":"terraform-aws-modules/vpc/aws","version_constraint":"5.0.0","module":{}},
			"here":{"source":"./m","module":{"module_calls":{"nested":{"source":"x/y/z","module":{}}}}}}}}}`
	p := mustRead(t, []byte(input))
	if strings.Contains(dump(p), "dop_v1_secret") || strings.Contains(dump(p), "hunter2") {
		t.Error("a secret is in the inventory")
	}
	want := map[string]string{
		"providers":       `[{name="digitalocean" source="digitalocean/digitalocean" version="~> 2.0"}]`,
		"literal_secrets": `["provider.digitalocean.token" "variable.pw.default"]`,
		"modules": `[{local=false name="git" source="git::https://example.com/m.git?ref=v1.2.0" version="v1.2.0"} ` +
			`{local=false name="reg" source="terraform-aws-modules/vpc/aws" version="5.0.0"} ` +
			`{local=true name="here" source="./m"} {local=false name="here.nested" source="x/y/z"}]`,
		"secret_outputs": "[]",
		"backend":        "?<anything>",
	}
	for name, text := range want {
		if got := p.attribute(t, "terraform", name); got != text {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, text)
		}
	}
	p.instance(t, "account")
}
