//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	tfjson "github.com/hashicorp/terraform-json"
)

// TestCasesAreValid has terraform validate all of the obligations' cases at
// once, each as a module of one root module: the documentation shows them to
// people who will copy them.
func TestCasesAreValid(t *testing.T) {
	e, dir := first(t), t.TempDir()
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "obligations", "*", "*.tf"))
	if err != nil {
		t.Fatal(err)
	}
	var calls bytes.Buffer
	for i, file := range files {
		if text := read(t, file); onlyRoot.Match(text) {
			continue
		} else if err := os.CopyFS(filepath.Join(dir, fmt.Sprint("case", i)), os.DirFS(caseModule(t, file))); err != nil {
			t.Fatal(err)
		} else {
			calls.WriteString(call(i, text))
		}
	}
	put(t, dir, "main.tf", append([]byte(required), calls.Bytes()...))
	m, err := e.Open(context.Background(), dir, "")
	if err != nil {
		t.Fatal(err)
	}
	out, err := m.Validate(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var result tfjson.ValidateOutput
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if d.Severity == tfjson.DiagnosticSeverityError {
			t.Errorf("%s: %s: %s", place(t, d, files), d.Summary, d.Detail)
		}
	}
}

// onlyRoot matches cases that make no sense as a module or that need the network.
var onlyRoot = regexp.MustCompile(`(?m)^\s*(module|backend|provider|import) |^\s*cloud \{|required_version`)

var (
	variables = regexp.MustCompile(`(?m)^variable "([^"]+)"`)
	numbered  = regexp.MustCompile(`^case(\d+)/`)
)

// call is a module call that leaves every variable null, which validate takes for any value.
func call(i int, text []byte) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nmodule \"case%d\" {\n  source = \"./case%d\"\n", i, i)
	for _, match := range variables.FindAllSubmatch(text, -1) {
		fmt.Fprintf(&b, "  %s = null\n", match[1])
	}
	b.WriteString("}\n")
	return b.String()
}

// place is the case that a diagnostic is about, with its line.
func place(t *testing.T, d tfjson.Diagnostic, files []string) string {
	if d.Range == nil {
		return "somewhere"
	}
	name := d.Range.Filename
	if match := numbered.FindStringSubmatch(filepath.ToSlash(name)); match != nil {
		var i int
		fmt.Sscan(match[1], &i) // digits, by the pattern
		name, _ = filepath.Rel(root(t), files[i])
	}
	return fmt.Sprintf("%s:%d", name, d.Range.Start.Line)
}
