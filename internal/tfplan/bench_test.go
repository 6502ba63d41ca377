package tfplan

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/srmlint/srmlint/internal/provider"
)

// bigPlan is a real plan with its resource changes and planned values repeated
// until it has about size bytes, each copy in a module instance of its own.
func bigPlan(tb testing.TB, size int) []byte {
	tb.Helper()
	data, err := os.ReadFile(plans + "/01-firewall-shapes/plan.json")
	if err != nil {
		tb.Fatal(err)
	}
	whole := raw(data)
	var out bytes.Buffer
	values := whole.get("planned_values").get("root_module").get("resources")
	changes := whole.get("resource_changes")
	copies := max(1, size/(len(values)+len(changes)))
	out.WriteString(`{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[`)
	repeat(&out, values, copies)
	out.WriteString(`]}},"resource_changes":[`)
	repeat(&out, changes, copies)
	out.WriteString(`],"configuration":{"root_module":{"module_calls":{"m":{"source":"./m","expressions":{},"module":`)
	out.Write(whole.get("configuration").get("root_module"))
	out.WriteString("}}}}}")
	return out.Bytes()
}

func repeat(out *bytes.Buffer, list raw, copies int) {
	for n := range copies {
		for i, e := range list.elements() {
			if n+i > 0 {
				out.WriteByte(',')
			}
			address := e.get("address")
			at := bytes.Index(e, address)
			out.Write(e[:at])
			fmt.Fprintf(out, `"module.m[%d].%s,"module_address":"module.m[%d]"`, n, address[1:], n)
			out.Write(e[at+len(address):])
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := bigPlan(b, 10<<20)
	schema := provider.Load()
	keep := func(t, a string) bool {
		switch a {
		case "droplet_ids", "tags", "backups", "monitoring", "ssh_keys", "vpc_uuid", "image", "inbound_rule", "name":
			return true
		}
		return false
	}
	for name, opts := range map[string]Options{
		"all":       {Schema: schema},
		"projected": {Schema: schema, Keep: keep, NoBefore: true},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, diags := Read(bytes.NewReader(data), "plan.json", opts); diags.HasErrors() {
					b.Fatal(diags)
				}
			}
		})
	}
}

// BenchmarkFloor is a bare scan of the tokens of the same plan.
func BenchmarkFloor(b *testing.B) {
	data := bigPlan(b, 10<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		dec := jsontext.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := dec.ReadToken(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkReadSmall(b *testing.B) {
	data, err := os.ReadFile(plans + "/02-modules/plan.json")
	if err != nil {
		b.Fatal(err)
	}
	schema := provider.Load()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, diags := Read(bytes.NewReader(data), "plan.json", Options{Schema: schema}); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}
