package bench_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/tfconfig"
	"github.com/srmlint/srmlint/rules"
)

// configuration writes one of a shape, and tells how many blocks it has.
func configuration(tb testing.TB, s bench.ConfigurationShape) (dir string, blocks int) {
	tb.Helper()
	dir = tb.TempDir()
	blocks, err := bench.WriteConfiguration(dir, "../../testdata/plans", s)
	if err != nil {
		tb.Fatal(err)
	}
	return dir, blocks
}

// load reads a configuration as the command does.
func load(tb testing.TB, dir string) *tfconfig.Module {
	tb.Helper()
	columns, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		tb.Fatal(err)
	}
	m, diags := tfconfig.Load(dir, tfconfig.Options{Schema: schema(), Keep: columns.Keep})
	if len(diags) > 0 {
		tb.Fatal(diags)
	}
	return m
}

func texts(t *testing.T, dir string) map[string]string {
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[rel] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestConfigurationIsWhole: every reference of every copy leads somewhere, and there
// are as many blocks as were asked for.
func TestConfigurationIsWhole(t *testing.T) {
	for _, want := range []int{10, 100, 500} {
		dir, blocks := configuration(t, bench.ConfigurationShape{Blocks: want, Instances: 3, Calls: 2})
		if blocks > want || blocks < want-2 {
			t.Errorf("%d blocks, not %d", blocks, want)
		}
		root := 0
		for _, b := range load(t, dir).Blocks {
			if filepath.Dir(b.Position.File) == dir && filepath.Base(b.Position.File) != "counted.tf" {
				root++
			}
		}
		if root != blocks {
			t.Errorf("%d blocks are read, %d were written", root, blocks)
		}
	}
}

func TestConfigurationIsDeterministic(t *testing.T) {
	shape := bench.ConfigurationShape{Blocks: 200, Instances: 3, Calls: 2}
	one, _ := configuration(t, shape)
	other, _ := configuration(t, shape)
	if diff := cmp.Diff(texts(t, one), texts(t, other)); diff != "" {
		t.Error(diff)
	}
}

// grown tells by how much the allocations of loading grow from one shape to another.
func grown(t *testing.T, few, many bench.ConfigurationShape) (allocations float64, instances int, ratio float64) {
	t.Helper()
	one, _ := configuration(t, few)
	other, _ := configuration(t, many)
	small := testing.AllocsPerRun(1, func() { load(t, one) })
	large := testing.AllocsPerRun(1, func() { load(t, other) })
	return large - small, len(load(t, other).Instances) - len(load(t, one).Instances), large / small
}

// TestLoadAllocations: what a further block allocates, and that there is nothing
// that grows faster than what there is. Nothing here looks at a clock.
func TestLoadAllocations(t *testing.T) {
	for _, test := range []struct {
		name      string
		few, many bench.ConfigurationShape
		most      float64 // allocations of one more instance
	}{
		{"blocks", bench.ConfigurationShape{Blocks: 400}, bench.ConfigurationShape{Blocks: 800}, 430},
		{"count", bench.ConfigurationShape{Instances: 1000}, bench.ConfigurationShape{Instances: 2000}, 210},
		{"calls", bench.ConfigurationShape{Calls: 20}, bench.ConfigurationShape{Calls: 40}, 220},
	} {
		allocations, instances, ratio := grown(t, test.few, test.many)
		per := allocations / float64(instances)
		t.Logf("%s: %.0f allocations per instance, %.2f of half as much", test.name, per, ratio)
		if per > test.most {
			t.Errorf("%s: %.0f allocations per instance", test.name, per)
		}
		if ratio > 2.1 {
			t.Errorf("%s: twice as many take %.2f as many allocations", test.name, ratio)
		}
	}
}
