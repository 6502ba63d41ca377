package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/cli"
)

var (
	writtenFile = regexp.MustCompile("(?s)<!-- file: (\\S+) -->\n```hcl\n(.*?)```")
	session     = regexp.MustCompile("(?s)```console\n\\$ srmlint (\\S+) (\\S+)\n(.*?)```")
)

// The worked example of docs/custom-rules.md is true: its files, its command
// and what that prints.
func TestCustomRulesGuide(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "custom-rules.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, m := range writtenFile.FindAllSubmatch(page, -1) {
		path := filepath.Join(dir, filepath.FromSlash(string(m[1])))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, m[2], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	m := session.FindSubmatch(page)
	if got := srmlint(t, string(m[1]), string(m[2])); got != string(m[3]) {
		t.Errorf("the page shows\n%s\nsrmlint prints\n%s", m[3], got)
	}
	if got := srmlint(t, "explain", "acme-droplet-owner"); !strings.Contains(got, "OPS-7") {
		t.Errorf("a rule of .srmlint.hcl's directory is explained too:\n%s", got)
	}
}

func srmlint(t *testing.T, args ...string) string {
	t.Helper()
	var out, problems strings.Builder
	if code := cli.Run(t.Context(), cli.Streams{Out: &out, Err: &problems}, args); code != 0 {
		t.Fatalf("srmlint %v: exit %d\n%s", args, code, problems.String())
	}
	return out.String()
}
