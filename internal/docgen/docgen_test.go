package docgen

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

var update = flag.Bool("update", false, "rewrite docs/")

const docs = "../../docs"

// The pages of docs/ are what the catalogue says.
func TestPagesAreFresh(t *testing.T) {
	c, files, diags := catalogue.Load(
		catalogue.Options{Schema: provider.Load(), Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)},
		catalogue.Source{Name: "rules", FS: rules.FS},
	)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	pages, err := Pages(Sources{Catalogue: c, Files: files, Cases: os.DirFS("../../testdata/obligations")})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		rewrite(t, pages)
	}
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join(docs, name))
		if err != nil || string(got) != want {
			t.Errorf("docs/%s is stale; `make generate` rewrites it", name)
		}
	}
	for _, name := range present(t) {
		if _, ok := pages[name]; !ok {
			t.Errorf("docs/%s is of no obligation any more; `make generate` removes it", name)
		}
	}
}

func present(t *testing.T) (names []string) {
	t.Helper()
	paths, err := fs.Glob(os.DirFS(docs), "obligations/*.md")
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func rewrite(t *testing.T, pages map[string]string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(docs, "obligations"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range present(t) {
		if err := os.Remove(filepath.Join(docs, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(docs, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDedent(t *testing.T) {
	const written = "anytrue([\n    for x in y :\n      z\n  ])"
	if got, want := dedent(written), "anytrue([\n  for x in y :\n    z\n])"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if strings.Contains(dedent("a"), "\n") {
		t.Error("one line stays one line")
	}
}
