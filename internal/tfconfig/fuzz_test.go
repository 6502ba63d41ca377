package tfconfig

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
)

// FuzzLoad: whatever a root module holds, it is read without a crash, within
// the limits, and every value has the shape of its type.
func FuzzLoad(f *testing.F) {
	schema := provider.Load()
	for _, dir := range planFolders(f) {
		source, err := os.ReadFile(filepath.Join(dir, "main.tf"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(source, false)
	}
	f.Add([]byte(placed), false)
	f.Add([]byte(`{"resource":{"digitalocean_tag":{"t":{"name":"${upper(\"a\")}"}}}}`), true)
	f.Add([]byte(`{"locals":{"a":[{"${local.b}":1}],"b":"%{if true}x%{endif}"},"output":{"o":{"value":"${local.a}"}}}`), true)
	dir := f.TempDir()
	limits := Limits{FileBytes: 1 << 16, TotalBytes: 1 << 17, Instances: 1000, Modules: 10, Depth: 3, Work: 200_000}
	f.Fuzz(func(t *testing.T, source []byte, asJSON bool) {
		name := "main.tf"
		if asJSON {
			name = "main.tf.json"
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, source, 0o644); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		m, diags := Load(dir, Options{Schema: schema, Limits: limits})
		for _, d := range diags {
			if d.Summary == tfexpr.InternalError {
				t.Fatal(d)
			}
		}
		for _, i := range m.Instances {
			block := schema.Type(i.Type)
			if block == nil {
				continue
			}
			if errs := i.Values.Type().TestConformance(block.Shape()); len(errs) > 0 {
				t.Fatalf("%s: %v", i.Address, errs)
			}
			for name, v := range i.Values.AsValueMap() {
				if path := unmarked(v, name); path != "" {
					t.Fatalf("%s: marks of %s", i.Address, path)
				}
			}
		}
	})
}
