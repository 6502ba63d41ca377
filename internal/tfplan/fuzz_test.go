package tfplan

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// FuzzRead: whatever the bytes are, reading ends without a panic, either with
// errors or with a plan whose every part can be walked.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob(plans + "/0[6-9]*/plan.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(firewallPlan(refs("digitalocean_droplet.web"), `[{"resource":"digitalocean_droplet.web","attribute":[]}]`).json()))
	f.Add([]byte(modulesPlan(refs("module.node"), refs("module.app", "each.key"), refs("var.ids")).json()))
	f.Add([]byte(`{"format_version":"1.0","values":{"root_module":{}}}`))
	schema := provider.Load()
	f.Fuzz(func(t *testing.T, data []byte) {
		p, diags := Read(bytes.NewReader(data), "plan.json", Options{Schema: schema, Limits: Limits{Value: 1 << 22}})
		if (p == nil) != diags.HasErrors() {
			t.Fatal("neither a plan nor errors, or both")
		}
		if p != nil {
			dump(p)
		}
	})
}

// FuzzScan: walking bytes that are no JSON at all ends too.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`{"a":[1,"\"",{}],"b":null}`, `{"a`, `[[[`, `"\\`, `}`, `{"a":}`, `[,]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		r := raw(data)
		for range r.fields() {
		}
		for _, e := range r.elements() {
			e.text()
		}
		r.get("a").list()
		parseExpression(r)
		steps(string(data))
		canonical(string(data))
		moduleOf(string(data))
		inventory.BlockOf(string(data))
		if len(data) > 0 {
			parseReference(string(data))
		}
	})
}
