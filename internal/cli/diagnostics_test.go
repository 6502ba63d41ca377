package cli

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

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
