package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/terminal"
)

// complain writes diagnostics to the error stream.
func (r *rulesFlags) complain(s *Streams, diags hcl.Diagnostics, files map[string]*hcl.File) error {
	color, err := r.colour(s, s.ErrColumns)
	if err != nil {
		return err
	}
	w := diagnosticWriter{
		out: s.Err, files: files,
		style: terminal.Style{Color: color}, width: terminal.FitWidth(s.ErrColumns),
	}
	w.all(diags)
	return nil
}

// maxShown bounds how many errors and how many warnings are shown: nobody reads
// more, and a file can be made that has a million of them.
const maxShown = 1000

func (w *diagnosticWriter) all(diags hcl.Diagnostics) {
	seen := map[hcl.DiagnosticSeverity]int{}
	for _, d := range diags {
		if seen[d.Severity]++; seen[d.Severity] <= maxShown {
			w.write(d)
		}
	}
	if more := seen[hcl.DiagError] - maxShown; more > 0 {
		fmt.Fprintf(w.out, "There are %d more errors.\n\n", more)
	}
	if more := seen[hcl.DiagWarning] - maxShown; more > 0 {
		fmt.Fprintf(w.out, "There are %d more warnings.\n\n", more)
	}
}

// diagnosticWriter writes what hcl's own writer writes, with two differences:
// it passes nothing on that could steer a terminal, and it never shows the
// values of an expression, which may be secret.
type diagnosticWriter struct {
	out   io.Writer
	files map[string]*hcl.File
	read  map[string]*sourceText // of those that something was shown of
	style terminal.Style
	width int
}

func (w *diagnosticWriter) write(d *hcl.Diagnostic) {
	label, colour := "Warning", terminal.Yellow
	if d.Severity == hcl.DiagError {
		label, colour = "Error", terminal.Alarm
	}
	fmt.Fprintf(w.out, "%s %s\n", w.style.Paint(colour, label+":"), w.style.Paint(terminal.Bold, terminal.Clean(d.Summary)))
	if d.Subject != nil {
		w.snippet(d)
	}
	for _, paragraph := range strings.Split(d.Detail, "\n") {
		for _, line := range terminal.Wrap(terminal.Clean(paragraph), w.width-2) {
			fmt.Fprintf(w.out, "  %s\n", line)
		}
	}
	fmt.Fprintln(w.out)
}

// snippet shows the source line with the place marked below it.
func (w *diagnosticWriter) snippet(d *hcl.Diagnostic) {
	at := d.Subject
	file := w.files[at.Filename]
	if file == nil && strings.Contains(d.Detail, at.Filename) {
		return // faults of plans say where in words
	}
	fmt.Fprintf(w.out, "  %s\n", w.style.Paint(terminal.Dim, terminal.Clean(
		fmt.Sprintf("%s:%d:%d", at.Filename, at.Start.Line, at.Start.Column))))
	if file == nil {
		return
	}
	text := w.source(at.Filename, file)
	if at.Start.Line < 1 || at.Start.Line > len(text.lines) {
		return
	}
	source := strings.TrimRight(string(text.lines[at.Start.Line-1]), "\r")
	if len(source) > 4*w.width {
		return // a line of generated code tells nobody anything
	}
	if !text.mayShow(at, source) {
		return
	}
	w.mark(at, source)
}

// source takes a file apart, once for all that is to be shown of it.
func (w *diagnosticWriter) source(name string, file *hcl.File) *sourceText {
	text := w.read[name]
	if text == nil {
		if w.read == nil {
			w.read = map[string]*sourceText{}
		}
		text = newSourceText(name, file)
		w.read[name] = text
	}
	return text
}

func (w *diagnosticWriter) mark(at *hcl.Range, source string) {
	start := min(max(at.Start.Column-1, 0), len(source))
	end := len(source)
	if at.End.Line == at.Start.Line {
		end = min(max(start+at.End.Byte-at.Start.Byte, start+1), len(source))
	}
	number := fmt.Sprintf("%5d │ ", at.Start.Line)
	before := strings.ReplaceAll(source[:start], "\t", "    ")
	marked := strings.ReplaceAll(source[start:max(start, end)], "\t", "    ")
	rest := strings.ReplaceAll(source[max(start, end):], "\t", "    ")
	fmt.Fprintf(w.out, "%s%s\n", w.style.Paint(terminal.Dim, number), terminal.Clean(before+marked+rest))
	carets := max(1, terminal.Columns(terminal.Clean(marked)))
	fmt.Fprintf(w.out, "%s%s\n", strings.Repeat(" ", terminal.Columns(number)+terminal.Columns(terminal.Clean(before))),
		w.style.Paint(terminal.Alarm, strings.Repeat("^", carets)))
}
