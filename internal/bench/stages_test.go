package bench_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/tfplan"
	"github.com/srmlint/srmlint/rules"
)

// real are the plans that all sizes are made from.
func real(tb testing.TB) (plans [][]byte) {
	tb.Helper()
	files, _ := filepath.Glob("../../testdata/plans/*/plan.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		plans = append(plans, data)
	}
	return plans
}

func plan(tb testing.TB, s bench.Shape) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := bench.WritePlan(&out, real(tb), s); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

var schema = sync.OnceValue(provider.Load)

func rulebook(tb testing.TB) *catalogue.Catalogue {
	tb.Helper()
	c, _, diags := catalogue.Load(catalogue.Options{Schema: schema(), Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}, catalogue.Source{Name: "rules", FS: rules.FS, Checked: true})
	if diags.HasErrors() {
		tb.Fatal(diags)
	}
	return c
}

func read(tb testing.TB, data []byte) *inventory.Inventory {
	tb.Helper()
	columns, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		tb.Fatal(err)
	}
	p, diags := tfplan.Read(bytes.NewReader(data), "plan.json", tfplan.Options{
		Schema: schema(), NoBefore: true, Keep: columns.Keep, Beside: columns.JoinsOnly,
	})
	if diags.HasErrors() {
		tb.Fatal(diags)
	}
	inv := &inventory.Inventory{Inputs: []inventory.Input{p.Input}, Instances: p.Instances}
	inv.Sort()
	return inv
}

func BenchmarkRead(b *testing.B) {
	data := plan(b, bench.Shape{Modules: 11, Instances: 20})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, data)
	}
}

func BenchmarkAssess(b *testing.B) {
	inv, c := read(b, plan(b, bench.Shape{Modules: 11, Instances: 20})), rulebook(b)
	b.ReportAllocs()
	for b.Loop() {
		assess.Assess(inv, c, assess.Options{})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(inv.Instances)), "ns/instance")
}

func BenchmarkReport(b *testing.B) {
	inv, c := read(b, plan(b, bench.Shape{Modules: 11, Instances: 20})), rulebook(b)
	a, _ := assess.Assess(inv, c, assess.Options{})
	b.ReportAllocs()
	for b.Loop() {
		r := report.Build(a, report.Options{})
		for _, f := range report.Formats() {
			if f.Name == "json" {
				if err := f.Write(io.Discard, r, report.View{}); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(inv.Instances)), "ns/instance")
}

// BenchmarkConfiguration reads and evaluates configuration, from files to inventory.
func BenchmarkConfiguration(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir, _ := configuration(b, bench.ConfigurationShape{Blocks: n})
			b.ReportAllocs()
			for b.Loop() {
				load(b, dir)
			}
		})
	}
}
