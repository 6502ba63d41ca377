package tfplan

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/provider"
)

var update = flag.Bool("update", false, "write the golden files")

const plans = "../../testdata/plans"

// readFile reads a plan that must be good.
func readFile(t testing.TB, path string) *Plan {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, diags := Read(f, filepath.Base(path), Options{Schema: provider.Load()})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return p
}

// TestGolden pins the inventory of real plans.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob(plans + "/*/plan.json")
	destroyed, _ := filepath.Glob(plans + "/*/plan.destroy.json")
	if len(files) == 0 {
		t.Fatal("no plans in " + plans)
	}
	for _, file := range append(files, destroyed...) {
		name := filepath.Base(filepath.Dir(file))
		if strings.Contains(file, "destroy") {
			name += ".destroy"
		}
		t.Run(name, func(t *testing.T) {
			golden := filepath.Join("testdata", "golden", name+".txt")
			got := dump(readFile(t, file))
			if *update {
				os.MkdirAll(filepath.Dir(golden), 0o755)
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("inventory differs (-want +got; -update writes it):\n%s", diff)
			}
		})
	}
}
