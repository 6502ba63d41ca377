//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// configuration is a root module of this repository.
type configuration struct {
	name string // path from the repository's root
	dir  string // absolute
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// configurations are the root modules that match patterns, from the repository's root.
func configurations(t *testing.T, patterns ...string) []configuration {
	t.Helper()
	var out []configuration
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(root(t), pattern, "*.tf"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			dir := filepath.Dir(file)
			name, _ := filepath.Rel(root(t), dir) // both are absolute
			if len(out) == 0 || out[len(out)-1].dir != dir {
				out = append(out, configuration{name, dir})
			}
		}
	}
	return out
}

// completed is a copy of a root module with the files that it reads and that
// are no part of the repository, for they look like secrets.
func completed(t *testing.T, c configuration) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(c.dir)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"key.pem", "cert.pem"} {
		if _, err := os.Stat(filepath.Join(dir, name)); os.IsNotExist(err) {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("made for a test\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}
