//go:build e2e

package e2e

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// made tells configurations of which the real provider's plan was made from
// other text than the one kept here, and where that shows.
var made = map[string]*regexp.Regexp{
	// The files that it reads with file() are not kept.
	"testdata/plans/03-lb-cert": regexp.MustCompile(`\.(leaf_certificate|private_key)`),
	// The domain was written as a literal.
	"testdata/plans/08-dns": regexp.MustCompile(`^configuration\..*\.expressions\.domain\.`),
}

// TestProviderPlansAsTheRealOne holds the plans of the provider for tests
// against those that the real provider made of the same configuration.
func TestProviderPlansAsTheRealOne(t *testing.T) {
	first(t) // skips without any
	for version, e := range engines(t) {
		t.Run(strings.ReplaceAll(version, " ", "-"), func(t *testing.T) {
			for _, c := range configurations(t, "testdata/plans/*") {
				t.Run(filepath.Base(c.dir), func(t *testing.T) {
					plansAlike(t, e, c, realPlan(c, version))
				})
			}
		})
	}
}

// older matches engines whose plans lack keys that those of terraform 1.11 have.
var older = regexp.MustCompile(`^OpenTofu|v1\.[567]\.`)

// realPlan is the plan of the same engine, or of terraform 1.11 where that says the same; else "".
func realPlan(c configuration, version string) string {
	name, number, _ := strings.Cut(strings.ToLower(version), " v")
	number = strings.TrimSuffix(number, "-dev") // what a tofu built from source adds
	short := map[string]string{"terraform": "tf", "opentofu": "tofu"}[name]
	exact := filepath.Join(c.dir, "plan."+short+number+".json")
	if _, err := os.Stat(exact); err == nil {
		return exact
	}
	if older.MatchString(version) || filepath.Base(c.dir) == "13-lifecycle" {
		return ""
	}
	return filepath.Join(c.dir, "plan.json")
}

func plansAlike(t *testing.T, e *engine.Engine, c configuration, real string) {
	t.Parallel()
	want, err := os.ReadFile(real)
	if err != nil {
		t.Skip("skipped: there is no first plan of the real provider by this engine")
	}
	ctx := context.Background()
	got, err := open(t, e, c).JSON(ctx)
	if err != nil {
		t.Fatal(err)
	}
	differences, err := compare(want, got)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range differences {
		if except := made[c.name]; except == nil || !except.MatchString(d) {
			t.Error(d)
		}
	}
}

func open(t *testing.T, e *engine.Engine, c configuration) *engine.Module {
	t.Helper()
	m, err := e.Open(context.Background(), completed(t, c), "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}
