package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/report/formattest"
)

// kept tells which formats of which example have a golden file: all of the
// smallest, and of the others what people read.
func kept(example, format string) bool {
	switch format {
	case "markdown", "github", "csv":
		return true
	case "code-scanning": // as sarif, where nothing is suppressed
		return false
	}
	return example == "nested-modules"
}

// TestExamplesInFormats holds each format of each example against the format's
// own schema, and against testdata/formats. One run writes them all.
func TestExamplesInFormats(t *testing.T) {
	for _, example := range examples(t) {
		t.Run(example, func(t *testing.T) {
			dir := t.TempDir()
			var formats []string
			args := []string{"examples/" + example + "/plan.json"}
			for _, f := range report.Formats() {
				if f.Name != "text" && f.Name != "json" { // they have tests of their own
					formats = append(formats, f.Name)
					args = append(args, "--format", f.Name+"="+filepath.Join(dir, f.Name))
				}
			}
			run(t, args...)
			for _, format := range formats {
				data, err := os.ReadFile(filepath.Join(dir, format))
				if err != nil {
					t.Fatal(err)
				}
				formattest.Check(t, format, string(data))
				if kept(example, format) {
					compare(t, filepath.Join("testdata", "formats", example+"."+format), string(data))
				}
			}
		})
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (rewrite with make update):\n%s", file, diff)
	}
}
