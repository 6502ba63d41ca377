//go:build e2e

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// state is as much of a local state as the tests touch.
type state map[string]any

func readState(t *testing.T, m *engine.Module) state {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(m.Dir, "terraform.tfstate"))
	if err != nil {
		t.Fatal(err)
	}
	var s state
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// each calls f with every managed object: its type, address without key, and attributes.
func (s state) each(f func(typeName, address string, attributes map[string]any)) {
	resources, _ := s["resources"].([]any)
	for _, r := range resources {
		r, _ := r.(map[string]any)
		if r["mode"] != "managed" {
			continue
		}
		typeName, _ := r["type"].(string)
		name, _ := r["name"].(string)
		module, _ := r["module"].(string)
		if module != "" {
			module += "."
		}
		instances, _ := r["instances"].([]any)
		for _, i := range instances {
			i, _ := i.(map[string]any)
			attributes, _ := i["attributes"].(map[string]any)
			address := module + typeName + "." + name
			if key, ok := i["index_key"]; ok {
				text, _ := json.Marshal(key) // decoded from JSON
				address += "[" + string(text) + "]"
			}
			f(typeName, address, attributes)
		}
	}
}

// changeState alters a required text of every object that can be updated in
// place, so that the next plan updates it. It returns how many there are.
func changeState(t *testing.T, m *engine.Module) int {
	t.Helper()
	s, schema, changed := readState(t, m), provider.Load(), 0
	s.each(func(typeName, _ string, attributes map[string]any) {
		if name := updatable(schema.Type(typeName)); name != "" {
			attributes[name] = "as it was before"
			changed++
		}
	})
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(m.Dir, "terraform.tfstate"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	return changed
}

// updatable is "name" or "description" where that can change in place.
func updatable(b *provider.Block) string {
	if b == nil {
		return ""
	}
	for _, name := range []string{"description", "name"} {
		if a := b.Attributes[name]; a != nil && a.Type == cty.String && !a.ForceNew && !a.Computed {
			return name
		}
	}
	return ""
}

// replaceAll are the arguments of a plan that replaces every object.
func replaceAll(t *testing.T, m *engine.Module) []string {
	t.Helper()
	var args []string
	readState(t, m).each(func(_, address string, _ map[string]any) {
		args = append(args, "-replace="+address)
	})
	return args
}
