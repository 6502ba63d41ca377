//go:build e2e

package e2e

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/terraform"
	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// TestSavedPlanFails: what is said of a saved plan that its engine cannot show.
func TestSavedPlanFails(t *testing.T) {
	first(t) // skips without any
	all := engines(t)
	for version, e := range all {
		t.Run(strings.ReplaceAll(version, " ", "-"), func(t *testing.T) {
			m := open(t, e, configuration{"", filepath.Join(root(t), "testdata", "plans", "09-volumes")})
			path, err := m.Plan(context.Background(), "saved")
			if err != nil {
				t.Fatal(err)
			}
			if ok, err := terraform.IsPlan(path); !ok || err != nil {
				t.Errorf("not taken for a saved plan: %v", err)
			}
			for other, e := range all {
				if other != version {
					failsWith(t, path, m, e, "made by "+maker(version))
				}
			}
			for _, gone := range []string{".terraform", ".terraform.lock.hcl"} {
				if err := os.RemoveAll(filepath.Join(m.Dir, gone)); err != nil {
					t.Fatal(err)
				}
				failsWith(t, path, m, e, "is not initialised")
			}
		})
	}
}

// maker is a version as srmlint writes it: OpenTofu 1.6.3.
func maker(version string) string { return strings.Replace(version, " v", " ", 1) }

func failsWith(t *testing.T, plan string, m *engine.Module, with *engine.Engine, want string) {
	t.Helper()
	_, err := terraform.Show(context.Background(), plan, terraform.Options{
		Environ:  m.Environ(),
		LookPath: func(string) (string, error) { return with.Path, nil },
	})
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("no %q in: %v", want, err)
	}
	t.Log(err)
}
