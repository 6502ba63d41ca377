//go:build e2e

package e2e

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"testing"

	"github.com/srmlint/srmlint/internal/testprovider"
	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// TestMain makes this binary the provider when an engine starts it.
func TestMain(m *testing.M) {
	if testprovider.Asked() {
		if err := testprovider.Serve(); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// tools is where `make e2e-tools` puts engines, one folder each.
func tools() string {
	if dir := os.Getenv("SRMLINT_TOOLS"); dir != "" {
		return dir
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "srmlint-tools")
}

// found are the paths of all engines, the one to use where one is enough first:
// terraform on PATH, then tofu on PATH, then what was fetched.
func found() []string {
	var paths []string
	for _, name := range []string{"terraform", "tofu"} {
		if path, err := exec.LookPath(name); err == nil {
			paths = append(paths, path)
		}
	}
	fetched, _ := filepath.Glob(filepath.Join(tools(), "*", "terraform")) // the pattern is well formed
	tofus, _ := filepath.Glob(filepath.Join(tools(), "*", "tofu"))
	fetched = append(fetched, tofus...)
	sort.Strings(fetched)
	return append(paths, fetched...)
}

// engines are all that were found, by version. Without any the test is skipped.
func engines(t *testing.T) map[string]*engine.Engine {
	t.Helper()
	out := map[string]*engine.Engine{}
	for _, path := range found() {
		e := start(t, path)
		version, err := e.Version(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		out[version] = e
	}
	return out
}

// first is the engine to use where one is enough.
func first(t *testing.T) *engine.Engine {
	t.Helper()
	paths := found()
	if len(paths) == 0 {
		t.Skip("skipped: neither terraform nor tofu is on PATH or in " + tools() + "; `make e2e-tools` fetches them")
	}
	return start(t, paths[0])
}

func start(t *testing.T, path string) *engine.Engine {
	t.Helper()
	e, err := engine.New(path, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return e
}
