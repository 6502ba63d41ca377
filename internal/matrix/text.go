package matrix

import (
	"bytes"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

// Columns of the chart on a terminal.
const (
	fullLayer  = 35 // takes every title
	tightLayer = 23
	minColumn  = 14
	maxColumn  = 18
	maxProse   = 100
)

// writeText draws the chart as wide as the terminal allows, with as many
// tables as that takes, and then says whose half is what.
func writeText(w io.Writer, m *Matrix, v View) error {
	t := &text{matrix: m, width: v.Width, layer: fullLayer, style: terminal.Style{Color: v.Color}}
	if t.width == 0 {
		t.width = terminal.DefaultWidth
	}
	if t.width < terminal.DefaultWidth {
		t.layer = tightLayer
	}
	if len(m.Models) == 0 {
		t.line("No product of DigitalOcean.")
	} else {
		t.charts()
		t.halves()
		t.inherited()
	}
	_, err := w.Write(t.out.Bytes())
	return err
}

type text struct {
	matrix *Matrix
	width  int
	layer  int // columns for the titles of layers
	style  terminal.Style
	out    bytes.Buffer
}

func (t *text) line(s string) { t.out.WriteString(strings.TrimRight(s, " ") + "\n") }

// charts cuts the columns into tables that fit.
func (t *text) charts() {
	products := t.matrix.Products()
	fit := max(1, (t.width-t.layer)/(minColumn+1))
	tables := (len(products) + fit - 1) / fit
	each := (len(products) + tables - 1) / tables // tables of about the same width
	for from := 0; from < len(products); from += each {
		to := min(from+each, len(products))
		column := min(maxColumn, max(minColumn, (t.width-t.layer)/(to-from)-1))
		t.chart(products[from:to], from, column)
	}
	t.hanging(0, "", "you: yours alone · shared: a half each · DigitalOcean: done for you · –: not part of it · "+
		"open: duties that nothing addresses · unknown or ?: duties that only apply decides", terminal.Dim)
	t.line("")
}

func (t *text) chart(products []Product, from, column int) {
	head, last := strings.Repeat(" ", t.layer), ""
	for _, p := range products {
		model := ""
		if p.ServiceModel != last {
			model, last = p.ServiceModel, p.ServiceModel
		}
		head += terminal.Pad(model, column+1)
	}
	t.line(t.style.Paint(terminal.Bold, strings.TrimRight(head, " ")))
	t.titles(products, column)
	for _, l := range t.matrix.Layers {
		t.row(l, from, len(products), column)
	}
	t.line("")
}

// titles wraps the names of products above their columns.
func (t *text) titles(products []Product, column int) {
	wrapped, height := make([][]string, len(products)), 0
	for i, p := range products {
		wrapped[i] = terminal.Wrap(terminal.Clean(p.Title), column)
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		line := strings.Repeat(" ", t.layer)
		for _, words := range wrapped {
			cell := ""
			if skip := height - len(words); n >= skip {
				cell = shorten(words[n-skip], column)
			}
			line += terminal.Pad(cell, column+1)
		}
		t.line(t.style.Paint(terminal.Bold, strings.TrimRight(line, " ")))
	}
}

func (t *text) row(l Layer, from, count, column int) {
	line := terminal.Pad(shorten(l.Title, t.layer-1), t.layer)
	for _, c := range l.Cells[from : from+count] {
		plain, painted := t.cell(c, column)
		line += painted + strings.Repeat(" ", max(1, column+1-terminal.Columns(plain)))
	}
	t.line(line)
}

// cell is an owner with a count behind it: of what is open, else of what is unknown, else of what is answered.
func (t *text) cell(c Cell, column int) (plain, painted string) {
	owner, colour := map[catalogue.Owner]string{
		catalogue.Customer: "you", catalogue.Shared: "shared", catalogue.DigitalOcean: "DigitalOcean", "": "–",
	}[c.Owner], ""
	if c.Owner == catalogue.DigitalOcean || c.Owner == "" {
		colour = terminal.Dim
	}
	words := duties(c.Tally)
	if terminal.Columns(owner)+1+terminal.Columns(words) > column {
		words, _, _ = strings.Cut(words, ", ")
		words = strings.Replace(words, "unknown", "?", 1)
	}
	if words == "" {
		return owner, t.style.Paint(colour, owner)
	}
	mark := terminal.Green
	switch {
	case c.Tally.Unaddressed > 0:
		mark = terminal.Red
	case c.Tally.Undetermined > 0:
		mark = terminal.Magenta
	}
	return owner + " " + words, t.style.Paint(colour, owner) + " " + t.style.Paint(mark, words)
}

func shorten(s string, columns int) string {
	for terminal.Columns(s) > columns {
		runes := []rune(strings.TrimSuffix(s, "…"))
		s = strings.TrimRight(string(runes[:len(runes)-1]), " ,") + "…"
	}
	return s
}
