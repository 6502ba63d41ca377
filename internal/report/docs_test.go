package report

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/formats.md tells of each format, of none that there is not, and the
// limits that hold.
func TestFormatsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	known := map[string]bool{}
	for _, f := range Formats() {
		known[f.Name] = true
		for _, want := range []string{"\n## `" + f.Name + "`\n", fmt.Sprintf("| [`%s`](#%s) |", f.Name, f.Name)} {
			if !strings.Contains(page, want) {
				t.Errorf("no %q", want)
			}
		}
	}
	for _, found := range regexp.MustCompile(`--format ([a-z-]+)`).FindAllStringSubmatch(page, -1) {
		if !known[found[1]] {
			t.Errorf("no format %s", found[1])
		}
	}
	for _, limit := range []string{"25,000 results", "10 MB", "60,000 bytes", "ten annotations"} {
		if !strings.Contains(page, limit) {
			t.Errorf("the page no longer says %s", limit)
		}
	}
	if sarifMaxResults != 25_000 || sarifMaxBytes != 10_000_000 || markdownLimit != 60_000 || githubMaxAnnotations != 10 {
		t.Error("limits changed: docs/formats.md tells of them")
	}
}
