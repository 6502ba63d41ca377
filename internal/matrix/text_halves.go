package matrix

import (
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// halves tells for each shared layer who does what in it.
func (t *text) halves() {
	t.line(t.style.Paint(terminal.Bold, "Shared: which half is whose"))
	for i, p := range t.matrix.Products() {
		if len(p.Shared) == 0 {
			continue
		}
		t.line("")
		t.line("  " + t.style.Paint(terminal.Bold, terminal.Clean(p.Title)))
		for _, l := range t.matrix.Layers {
			h := l.Cells[i].Halves
			if h.Customer == "" {
				continue
			}
			t.line("    " + l.Title)
			t.hanging(6, "you           ", h.Customer, "")
			t.hanging(6, "DigitalOcean  ", h.DigitalOcean, terminal.Dim)
		}
	}
	t.line("")
}

// inherited tells what DigitalOcean does.
func (t *text) inherited() {
	t.line(t.style.Paint(terminal.Bold, "What DigitalOcean does for you"))
	for _, p := range t.matrix.Products() {
		if len(p.Inherited) == 0 {
			continue
		}
		t.line("")
		t.line("  " + t.style.Paint(terminal.Bold, terminal.Clean(p.Title)))
		for _, line := range p.Inherited {
			t.hanging(4, "· ", line, "")
		}
		if p.Guide != "" {
			t.line("    " + t.style.Paint(terminal.Dim, terminal.Clean(p.Guide)))
		}
	}
}

// hanging writes wrapped text behind a lead.
func (t *text) hanging(indent int, lead, body, colour string) {
	margin := strings.Repeat(" ", indent)
	for n, line := range terminal.Wrap(terminal.Clean(body), min(t.width, maxProse)-indent-terminal.Columns(lead)) {
		if n > 0 {
			lead = strings.Repeat(" ", terminal.Columns(lead))
		}
		t.line(margin + t.style.Paint(terminal.Dim, lead) + t.style.Paint(colour, line))
	}
}
