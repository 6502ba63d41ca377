package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// text writes new findings in full, and what else changes in a line each.
func (d *Diff) text(w io.Writer, v View) error {
	t := &text{report: d.added, view: v, width: v.Width, style: terminal.Style{Color: v.Color}}
	if t.width == 0 {
		t.width = terminal.DefaultWidth
	}
	for i := range d.Inputs {
		t.spread(d.Inputs[i].name(), describeInput(&d.Inputs[i]), t.bold, t.dim)
	}
	t.line("")
	if len(d.Added) > 0 {
		t.line(t.bold("New findings"))
		t.line("")
	}
	for i := range d.Added {
		if entries := t.shown(&d.Added[i]); len(entries) > 0 {
			t.group(&d.Added[i], entries)
		}
	}
	t.duties()
	d.list(t, "Resolved findings", d.Resolved)
	d.list(t, "Obligations that this change creates", d.Created)
	d.list(t, "Obligations that end with it", d.Ended)
	t.paragraph(0, "", d.sentence(), terminal.Bold)
	_, err := w.Write(t.out.Bytes())
	return err
}

func (d *Diff) list(t *text, title string, groups []Group) {
	if len(groups) == 0 {
		return
	}
	t.line(t.bold(title))
	for i := range groups {
		g := &groups[i]
		t.spread("  "+g.who(), t.facts(g), t.bold, t.dim)
		t.paragraph(4, "", strings.Join(g.ids(), ", "), "")
	}
	t.line("")
}

func (g *Group) ids() (ids []string) {
	for i := range g.Obligations {
		ids = append(ids, g.Obligations[i].ID)
	}
	return ids
}

// sentence is the whole diff in one.
func (d *Diff) sentence() string {
	s := d.Summary
	if s == (DiffSummary{}) {
		return "This change creates, resolves and ends nothing."
	}
	return fmt.Sprintf("This change adds %s and resolves %d; it creates %s and ends %d.",
		count(s.Added, "finding"), s.Resolved, count(s.Created, "obligation"), s.Ended)
}
