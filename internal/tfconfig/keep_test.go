package tfconfig

import (
	"path/filepath"
	"testing"

	"github.com/srmlint/srmlint/internal/provider"
	"github.com/zclconf/go-cty/cty"
)

// TestKeep: what nothing asks for is left out only where nothing is configured
// of it, and changes no other value, position or diagnostic.
func TestKeep(t *testing.T) {
	schema := provider.Load()
	examples, _ := filepath.Glob("../../examples/*")
	nothing := func(string, string) bool { return false }
	for _, dir := range append(planFolders(t), examples...) {
		whole, wholeDiags := Load(dir, Options{Schema: schema})
		some, someDiags := Load(dir, Options{Schema: schema, Keep: nothing})
		if a, b := errorText(wholeDiags), errorText(someDiags); a != b {
			t.Errorf("%s:\n%s\nis\n%s", dir, a, b)
		}
		if len(whole.Instances) != len(some.Instances) {
			t.Fatal(dir, len(whole.Instances), len(some.Instances))
		}
		for n, full := range whole.Instances {
			kept := some.Instances[n].Values.AsValueMap()
			for name, v := range full.Values.AsValueMap() {
				got, ok := kept[name]
				if full.Configured[name] && !ok || ok && !got.RawEquals(v) {
					t.Errorf("%s: %s: %#v is %#v", full.Address, name, v, got)
				}
			}
		}
	}
}

// TestKeepParts: a default takes part in what the provider makes of others,
// though no rule asks for the attribute that has it.
func TestKeepParts(t *testing.T) {
	dir := files(t, map[string]string{"main.tf": "resource \"digitalocean_spaces_bucket\" \"b\" {\n  name = \"logs\"\n}\n" +
		"resource \"digitalocean_cdn\" \"c\" {\n  origin = digitalocean_spaces_bucket.b.bucket_domain_name\n}\n"})
	m, _ := Load(dir, Options{Keep: func(string, string) bool { return false }})
	for _, i := range m.Instances {
		if i.Type != "digitalocean_cdn" {
			continue
		}
		if origin := i.Values.GetAttr("origin"); !origin.RawEquals(cty.StringVal("logs.nyc3.digitaloceanspaces.com")) {
			t.Errorf("%#v", origin)
		}
	}
}
