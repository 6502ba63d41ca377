//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// everyCase is how many of the obligations' cases stand for one that is tried.
// SRMLINT_E2E_EVERY=1 tries them all, which takes half an hour.
func everyCase(t *testing.T) int {
	text := os.Getenv("SRMLINT_E2E_EVERY")
	if text == "" {
		return 40
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("SRMLINT_E2E_EVERY=%s is no number of cases", text)
	}
	return n
}

// TestCases makes real plans of the obligations' cases, which srmlint's other
// tests only read as configuration: they are what Terraform accepts, and the
// plan says of the obligation what the case's name promises, or leaves it open.
func TestCases(t *testing.T) {
	e := first(t)
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "obligations", "*", "*.tf"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(files); i += everyCase(t) {
		id := filepath.Base(filepath.Dir(files[i]))
		status, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(files[i]), ".tf"), "-")
		t.Run(id+"/"+filepath.Base(files[i]), func(t *testing.T) {
			t.Parallel()
			planCase(t, e, files[i], id, status)
		})
	}
}

// remoteModule matches what init says of modules from registries and of repositories.
var remoteModule = regexp.MustCompile(`remote module registry|Failed to download module|Could not download module`)

func planCase(t *testing.T, e *engine.Engine, file, id, status string) {
	m, err := e.Open(context.Background(), caseModule(t, file), "")
	if err != nil && remoteModule.MatchString(err.Error()) {
		t.Skip("skipped: it calls a module that is on the network")
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := m.JSON(context.Background())
	if err != nil && strings.Contains(err.Error(), "No value for required variable") {
		t.Skip("skipped: it is about a variable without a value, of which there is no plan")
	}
	if err != nil {
		t.Fatal(err)
	}
	plan := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(plan, text, 0o600); err != nil {
		t.Fatal(err)
	}
	s := &story{T: t, module: m, ctx: context.Background()}
	s.tell("configuration", m.Dir)
	s.tell("plan", plan, "--source", "none")
	s.tell("plan and configuration", plan, "--source", m.Dir)
	s.keeps(id, status)
}

// keeps holds all that was told of one obligation against a case's promise.
// Nothing is promised of objects to which the obligation does not apply.
func (s *story) keeps(id, status string) {
	s.Helper()
	opposite := map[string]string{"addressed": "unaddressed", "unaddressed": "addressed"}[status]
	for _, told := range s.told {
		seen := map[string]bool{}
		for key, got := range told.verdicts {
			if strings.HasSuffix(key, " "+id) {
				seen[got] = true
			}
		}
		if opposite != "" && seen[opposite] && !seen[status] && !seen["undetermined"] {
			s.Errorf("%s: %s is %s, and the case is called %s", told.of, id, opposite, status)
		}
	}
}

// caseModule is a root module made of one case and the files that it may read.
func caseModule(t *testing.T, file string) string {
	t.Helper()
	dir := t.TempDir()
	beside, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range beside {
		if filepath.Ext(entry.Name()) != ".tf" && entry.Type().IsRegular() {
			put(t, dir, entry.Name(), read(t, filepath.Join(filepath.Dir(file), entry.Name())))
		}
	}
	text := read(t, file)
	put(t, dir, "main.tf", text)
	if !bytes.Contains(text, []byte("required_providers")) {
		put(t, dir, "versions.tf", []byte(required))
	}
	return dir
}

const required = `terraform {
  required_providers {
    digitalocean = {
      source = "digitalocean/digitalocean"
    }
  }
}
`

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func put(t *testing.T, dir, name string, text []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
		t.Fatal(err)
	}
}
