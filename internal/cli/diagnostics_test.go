package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/terminal"
)

func TestDiagnosticWriter(t *testing.T) {
	source := "resource \"x\" \"y\" {\n\tname = \"a\x1b[2J\" + 1\n}\n"
	at := hcl.Range{
		Filename: "main.tf",
		Start:    hcl.Pos{Line: 2, Column: 9, Byte: 27},
		End:      hcl.Pos{Line: 2, Column: 16, Byte: 34},
	}
	var out strings.Builder
	w := diagnosticWriter{out: &out, files: map[string]*hcl.File{"main.tf": {Bytes: []byte(source)}}, width: 40}
	w.write(&hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Wrong\x1b[2J",
		Detail: "A long sentence that has to be broken over two lines.", Subject: &at,
	})
	want := `Error: Wrong\x1b[2J
  main.tf:2:9
    2 │     name = "a\x1b[2J" + 1
                   ^^^^^^^^^^
  A long sentence that has to be broken
  over two lines.

`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestDiagnosticsNeverPanic(t *testing.T) {
	files := map[string]*hcl.File{"a": {Bytes: []byte("x\n")}}
	for _, at := range []*hcl.Range{
		nil, {}, {Filename: "a"}, {Filename: "a", Start: hcl.Pos{Line: 9, Column: 9}},
		{Filename: "a", Start: hcl.Pos{Line: 1, Column: 90, Byte: 900}, End: hcl.Pos{Line: 1, Column: 2, Byte: 1}},
		{Filename: "a", Start: hcl.Pos{Line: 1, Column: -4}, End: hcl.Pos{Line: 3}},
		{Filename: "elsewhere", Start: hcl.Pos{Line: 1, Column: 1}},
	} {
		var out strings.Builder
		w := diagnosticWriter{out: &out, files: files, width: terminal.DefaultWidth}
		w.write(&hcl.Diagnostic{Summary: "Summary", Detail: "Detail.", Subject: at})
		if !strings.Contains(out.String(), "Warning: Summary") {
			t.Errorf("%v: %s", at, out.String())
		}
	}
}

// TestFloodOfDiagnostics: a million errors hide neither how many there are nor
// the warnings among them.
func TestFloodOfDiagnostics(t *testing.T) {
	var diags hcl.Diagnostics
	for range maxShown + 500 {
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Flood", Detail: "Again."})
	}
	diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Last", Detail: "Once."})
	var out strings.Builder
	w := diagnosticWriter{out: &out, width: terminal.DefaultWidth}
	w.all(diags)
	if n := strings.Count(out.String(), "Error: Flood"); n != maxShown {
		t.Errorf("%d errors are shown", n)
	}
	for _, want := range []string{"Warning: Last", "There are 500 more errors."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not said", want)
		}
	}
}

// BenchmarkSnippets: what is shown of a file costs once, not for each diagnostic.
func BenchmarkSnippets(b *testing.B) {
	source := []byte("locals {\n" + strings.Repeat("  a = \"x\"\n", 20_000) + "}\n")
	file, _ := hclsyntax.ParseConfig(source, "main.tf", hcl.InitialPos)
	var diags hcl.Diagnostics
	for line := range maxShown {
		at := hcl.Pos{Line: line + 2, Column: 3}
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Twice", Subject: &hcl.Range{Filename: "main.tf", Start: at, End: at}})
	}
	for b.Loop() {
		w := diagnosticWriter{out: io.Discard, files: map[string]*hcl.File{"main.tf": file}, width: terminal.DefaultWidth}
		w.all(diags)
	}
}
