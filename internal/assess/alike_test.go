package assess_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfplan"
	"github.com/srmlint/srmlint/rules"
)

var schema = sync.OnceValue(provider.Load)

var rulebook = sync.OnceValues(func() (*catalogue.Catalogue, error) {
	c, _, diags := catalogue.Load(catalogue.Options{Schema: schema(), Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)},
		catalogue.Source{Name: "rules", FS: rules.FS, Checked: true})
	if diags.HasErrors() {
		return nil, diags
	}
	return c, nil
})

func read(tb testing.TB, data []byte) *inventory.Inventory {
	tb.Helper()
	p, diags := tfplan.Read(bytes.NewReader(data), "plan.json", tfplan.Options{Schema: schema(), NoBefore: true})
	if diags.HasErrors() {
		tb.Fatal(diags)
	}
	inv := &inventory.Inventory{Inputs: []inventory.Input{p.Input}, Instances: p.Instances}
	inv.Sort()
	return inv
}

// alone is an inventory in which nothing is shared: everything is worked out
// for each instance by itself.
func alone(inv *inventory.Inventory) *inventory.Inventory {
	out := &inventory.Inventory{Inputs: inv.Inputs}
	for _, i := range inv.Instances {
		own := *i
		own.Own()
		out.Instances = append(out.Instances, &own)
	}
	return out
}

// outcome writes down all that is said of an instance.
func outcome(tb testing.TB, inv *inventory.Inventory) (lines []string) {
	tb.Helper()
	c, err := rulebook()
	if err != nil {
		tb.Fatal(err)
	}
	a, diags := assess.Assess(inv, c, assess.Options{})
	if len(diags) > 0 {
		tb.Fatal(diags)
	}
	for one := range a.All() {
		line := fmt.Sprintln(one.Instance.Address, one.Obligation.ID, one.Status, one.Told(), one.Position)
		for _, e := range one.Seen() { // where two attributes make a link either may be told
			line += fmt.Sprintln(e.Address, e.Note, e.Value)
		}
		lines = append(lines, via.ReplaceAllString(line, " "))
	}
	return lines
}

var via = regexp.MustCompile(` \([a-z_.]+\) `)

func sameAsAlone(t *testing.T, inv *inventory.Inventory) {
	t.Helper()
	got, want := outcome(t, inv), outcome(t, alone(inv))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("not as each instance by itself (-alone +together):\n%.3000s", diff)
	}
}

func plans(tb testing.TB) (files [][]byte) {
	tb.Helper()
	var names []string
	for _, pattern := range []string{"../../testdata/plans/*/plan.json", "../../examples/*/plan.json", "../../examples/*/*/plan.json"} {
		found, _ := filepath.Glob(pattern)
		names = append(names, found...)
	}
	if len(names) < 10 {
		tb.Fatal(names)
	}
	for _, name := range slices.Sorted(slices.Values(names)) {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, data)
	}
	return files
}

// TestTogetherAsAlone: what instances share changes nothing of what is said of each.
func TestTogetherAsAlone(t *testing.T) {
	for n, data := range plans(t) {
		t.Run(fmt.Sprint(n), func(t *testing.T) { sameAsAlone(t, read(t, data)) })
	}
}

// TestManyAsAlone is the same of each real plan as a module with a count.
func TestManyAsAlone(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/plans/*/plan.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := bench.WritePlan(&out, [][]byte{data}, bench.Shape{Modules: 2, Instances: 5}); err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) { sameAsAlone(t, read(t, out.Bytes())) })
	}
}

// TestRecalledAsDecided: what is recalled, for an obligation asks for the same, is
// what it would come to.
func TestRecalledAsDecided(t *testing.T) {
	c, err := rulebook()
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	try := func(name string, inv *inventory.Inventory) {
		wrong, recalled := assess.Recalled(alone(inv), c)
		count += recalled
		for _, line := range wrong {
			t.Errorf("%s: %s", name, line)
		}
	}
	var all bytes.Buffer
	real := plans(t)
	if err := bench.WritePlan(&all, real, bench.Shape{Modules: len(real), Instances: 2}); err != nil {
		t.Fatal(err)
	}
	try("real plans", read(t, all.Bytes()))
	for seed := range uint64(40) {
		try(fmt.Sprint("seed ", seed), randomInventory(seed))
	}
	if count < 1000 {
		t.Errorf("only %d were recalled", count)
	}
}
