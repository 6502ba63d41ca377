package bench_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/tfconfig"
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

func load(tb testing.TB, dir string) *tfconfig.Module {
	tb.Helper()
	m, diags := tfconfig.Load(dir, tfconfig.Options{Schema: schema()})
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
