package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// The text report has one grid: a label of up to nine columns, and everything
// else right of it.
const (
	labelIndent = 2
	labelWidth  = 10
	bodyIndent  = labelIndent + labelWidth
)

// writeText writes for people. What is open comes first, with what to do about
// it; what only a statement can answer comes once, at the end.
func writeText(w io.Writer, r *Report, v View) error {
	t := &text{report: r, view: v, width: v.Width, style: terminal.Style{Color: v.Color}}
	if t.width == 0 {
		t.width = terminal.DefaultWidth
	}
	for n := range r.Inputs {
		t.input(n)
	}
	t.duties()
	t.summary()
	_, err := w.Write(t.out.Bytes())
	return err
}

type text struct {
	report *Report
	view   View
	width  int
	style  terminal.Style
	out    bytes.Buffer
}

// line ends a line of finished text.
func (t *text) line(s string) {
	t.out.WriteString(strings.TrimRight(s, " ") + "\n")
}

// spread writes a line with one text at the left and one at the right; where
// they do not fit the right one gets a line of its own.
func (t *text) spread(left, right string, paintLeft, paintRight func(string) string) {
	left, right = terminal.Clean(left), terminal.Clean(right)
	if right == "" {
		t.line(paintLeft(left))
		return
	}
	if gap, ok := terminal.Spread(left, right, t.width); ok {
		t.line(paintLeft(left) + gap + paintRight(right))
		return
	}
	t.line(paintLeft(left))
	gap, _ := terminal.Spread("", right, t.width)
	t.line(gap + paintRight(right))
}

// paragraph writes wrapped text; further lines are indented by as much as the
// lead takes.
func (t *text) paragraph(indent int, lead, body, colour string) {
	margin := strings.Repeat(" ", indent)
	for n, l := range terminal.Wrap(terminal.Clean(body), t.width-indent-terminal.Columns(lead)) {
		if n > 0 {
			lead = strings.Repeat(" ", terminal.Columns(lead))
		}
		t.line(margin + t.style.Paint(terminal.Dim, lead) + t.style.Paint(colour, l))
	}
}

// item is the first line of an entry, and the text that belongs to it.
type item struct {
	label, colour string
	id, note      string
	idWidth       int
	body          string // on the first line where it fits, else below
	right         string
}

func (t *text) item(i item) {
	id, body := terminal.Clean(i.id), terminal.Clean(i.body)
	gap := strings.Repeat(" ", max(2, i.idWidth-terminal.Columns(id+i.note)+2))
	room := t.width - bodyIndent - terminal.Columns(id+i.note+gap)
	if i.right != "" {
		room -= terminal.Columns(terminal.Clean(i.right)) + 2
	}
	inline := i.idWidth > 0 && body != "" && terminal.Columns(body) <= room
	if !inline {
		gap = ""
	}
	left := strings.Repeat(" ", bodyIndent) + id + i.note + gap
	painted := strings.Repeat(" ", labelIndent) + t.style.Paint(i.colour, i.label) +
		strings.Repeat(" ", max(1, labelWidth-terminal.Columns(i.label))) + t.bold(id) + t.dim(i.note) + gap
	if inline {
		left, painted = left+body, painted+body
	}
	t.spread(left, i.right, func(string) string { return painted }, t.dim)
	if !inline {
		t.paragraph(bodyIndent, "", i.body, "")
	}
}

func (t *text) dim(s string) string { return t.style.Paint(terminal.Dim, s) }

func (t *text) bold(s string) string { return t.style.Paint(terminal.Bold, s) }

// place is a position as people read it; the column is for programs.
func place(p inventory.Position) string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// count writes 1 resource, 2 resources.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
