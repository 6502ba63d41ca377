package report

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/terminal"
)

// isDuty tells what the report asks once at its end.
func (e *Entry) isDuty() bool { return e.Attestable && e.Status == assess.Unaddressed && !e.Known }

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func (t *text) group(g *Group, entries []*Entry) {
	block, keys := label(g)
	paint := func(s string) string {
		cut := len(terminal.Clean(block))
		return t.bold(s[:cut]) + s[cut:]
	}
	if g.StandIn {
		keys += " (how many is known only after apply)"
	}
	facts := strings.Join(append(nonEmpty(place(g.Position)), nonEmpty(t.facts(g))...), "   ")
	if _, ok := terminal.Spread(block+keys, facts, t.width); ok {
		t.spread(block+keys, facts, paint, t.dim)
	} else {
		t.spread(block+keys, "", paint, t.dim)
		t.spread("  "+facts, "", t.dim, t.dim)
	}
	t.instances(g)
	width := idWidth(entries)
	for _, e := range entries {
		t.entry(g, e, width)
	}
	t.closing(g)
	t.line("")
}

// facts are what kind of thing a group is and what the plan does to it.
func (t *text) facts(g *Group) string {
	var parts []string
	for _, p := range t.report.Products {
		switch {
		case p.ID != g.Product:
		case g.isReal():
			parts = append(parts, p.Title, p.ServiceModel)
		default:
			parts = append(parts, p.Title)
		}
	}
	switch {
	case len(g.Actions) > 1:
		parts = append(parts, "replace")
	case len(g.Actions) == 1 && g.Actions[0] != "no-op":
		parts = append(parts, g.Actions[0])
	}
	return strings.Join(parts, " · ")
}

// maxListed is how many addresses of a group are listed one by one.
const maxListed = 4

// instances lists addresses that the heading could not take in.
func (t *text) instances(g *Group) {
	if block, _ := label(g); len(g.Instances) == 1 || block != g.Address {
		return
	}
	if prefix, _ := splitLast(g.Instances[0]); prefix == g.Address {
		return
	}
	for n, address := range g.Instances {
		if n == maxListed && len(g.Instances) > maxListed+1 {
			t.line(t.dim(fmt.Sprintf("  and %d more", len(g.Instances)-n)))
			return
		}
		t.line("  " + t.dim(terminal.Clean(address)))
	}
}

// shown orders what a group has to say: what is missing, what is not known,
// and with --all the rest.
func (t *text) shown(g *Group) (list []*Entry) {
	for i := range g.Obligations {
		e := &g.Obligations[i]
		if (e.Open() && !e.Known || t.view.All) && !e.isDuty() {
			list = append(list, e)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := rank(list[i].Status), rank(list[j].Status)
		if a != b {
			return a < b
		}
		return list[i].severity > list[j].severity
	})
	return list
}

func rank(s assess.Status) int {
	order := []assess.Status{assess.Unaddressed, assess.Undetermined, assess.Waived, assess.Attested, assess.Addressed}
	return slices.Index(order, s)
}

// entry writes one obligation: what is missing stands on its first line where
// there is room. idWidth aligns the entries of a group.
func (t *text) entry(g *Group, e *Entry, idWidth int) {
	i := item{label: e.Severity, colour: terminal.SeverityColour(e.Severity), id: e.ID, idWidth: idWidth}
	if e.Position != g.Position {
		i.right = place(e.Position)
		if e.Position.File == g.Position.File {
			i.right = path.Base(i.right) // the heading has the whole path
		}
	}
	if e.Status != assess.Unaddressed || e.Known {
		i.label, i.colour = statusLabel(e)
		i.note = " · " + e.Severity
	}
	i.body = e.Told()
	if e.Statement != nil {
		i.body = said(e.Statement)
	}
	t.item(i)
	if e.Status == assess.Unaddressed && !e.Known {
		t.paragraph(bodyIndent, "→ ", e.Remedy, "")
	}
	if t.view.All {
		t.evidence(g, e)
	}
}

// idWidth is how many columns the ids of a group's entries take.
func idWidth(entries []*Entry) (width int) {
	for _, e := range entries {
		n := terminal.Columns(terminal.Clean(e.ID))
		if e.Status != assess.Unaddressed {
			n += terminal.Columns(" · " + e.Severity)
		}
		width = max(width, n)
	}
	return width
}

func statusLabel(e *Entry) (label, colour string) {
	switch {
	case e.Known:
		return "baseline", terminal.Yellow
	case e.Status == assess.Undetermined:
		return "unknown", terminal.Magenta
	case e.Status == assess.Addressed:
		return "ok", terminal.Green
	}
	return string(e.Status), terminal.Green
}

// said is a statement in one sentence.
func said(s *Statement) string {
	words := s.Text
	if s.By != "" {
		words = s.By + ": " + words
	}
	if s.Until != "" {
		words += " (until " + s.Until + ")"
	}
	return words
}

// closing counts what is settled, so that silence about it is not doubt.
func (t *text) closing(g *Group) {
	if t.view.All {
		return
	}
	counts := tally{}
	counts.add(g)
	if words := counts.settled(); words != "" {
		t.line("  " + t.dim(words))
	}
}

// tally counts entries by status, and what the baseline holds.
type tally struct {
	byStatus map[assess.Status]int
	known    int
}

func (c *tally) add(g *Group) {
	if c.byStatus == nil {
		c.byStatus = map[assess.Status]int{}
	}
	for i := range g.Obligations {
		e := &g.Obligations[i]
		c.byStatus[e.Status]++
		if e.Known {
			c.known++
		}
	}
}

// settled words what is not open: "2 addressed, 1 attested".
func (c *tally) settled() string {
	var parts []string
	for _, s := range []assess.Status{assess.Addressed, assess.Attested, assess.Waived} {
		if c.byStatus[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.byStatus[s], s))
		}
	}
	if c.known > 0 {
		parts = append(parts, fmt.Sprintf("%d in the baseline", c.known))
	}
	return strings.Join(parts, ", ")
}
