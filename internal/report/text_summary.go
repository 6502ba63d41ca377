package report

import (
	"fmt"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

// duty is an obligation that only a statement answers, with who has it.
type duty struct {
	*Entry
	blocks map[string]bool
	pseudo string // "account" or "terraform" if only that has it
}

// duties asks once for all resources what Terraform cannot show. The graver
// ones are asked in full; of the rest, which may be dozens, the ids stand there.
func (t *text) duties() {
	list := t.gatherDuties()
	if len(list) == 0 {
		return
	}
	t.line(t.bold("Duties that Terraform cannot show"))
	t.paragraph(labelIndent, "", "Answer them in .srmlint.hcl; `srmlint init` writes one to fill in.", terminal.Dim)
	rest := map[catalogue.Severity][]string{}
	for _, d := range list {
		if t.view.All || d.severity >= catalogue.High || d.Expired != nil {
			t.duty(d)
		} else {
			rest[d.severity] = append(rest[d.severity], d.ID)
		}
	}
	for s := catalogue.Medium; s >= catalogue.Info; s-- {
		if ids := rest[s]; len(ids) > 0 {
			t.item(item{label: s.String(), colour: terminal.SeverityColour(s.String()), id: count(len(ids), "question")})
			t.paragraph(bodyIndent, "", strings.Join(ids, ", "), terminal.Dim)
		}
	}
	if len(rest) > 0 {
		t.paragraph(labelIndent, "", "--all asks them all.", terminal.Dim)
	}
	t.line("")
}

func (t *text) duty(d *duty) {
	who := d.pseudo
	if who == "" {
		who = count(len(d.blocks), "resource")
	}
	t.item(item{
		label: d.Severity, colour: terminal.SeverityColour(d.Severity),
		id: d.ID, body: d.Question, right: who,
	})
	if d.Expired != nil {
		t.paragraph(bodyIndent, "", fmt.Sprintf("The %s of %s ended on %s.", d.Expired.Kind, d.Expired.By, d.Expired.Until), "")
	}
}

func (t *text) gatherDuties() (list []*duty) {
	byID := map[string]*duty{}
	for i := range t.report.Resources {
		g := &t.report.Resources[i]
		for j := range g.Obligations {
			e := &g.Obligations[j]
			if !e.isDuty() {
				continue
			}
			d := byID[e.ID]
			if d == nil {
				d = &duty{Entry: e, blocks: map[string]bool{}}
				byID[e.ID] = d
				list = append(list, d)
			}
			if !g.isReal() && len(d.blocks) == 0 {
				d.pseudo = g.Type
				continue
			}
			d.pseudo = ""
			d.blocks[fmt.Sprint(g.Input, g.Address)] = true
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].severity != list[j].severity {
			return list[i].severity > list[j].severity
		}
		return list[i].ID < list[j].ID
	})
	return list
}

// summary is the last line: what there is, and what of it is open.
func (t *text) summary() {
	s := &t.report.Summary
	if len(t.report.Inputs) == 0 {
		return // nothing could be read, which is said elsewhere
	}
	if s.Total() == 0 {
		t.line("No obligations." + t.leftOut())
		return
	}
	var parts []string
	for _, status := range assess.Statuses() {
		n := s.Obligations[status]
		if n > 0 || status == assess.Addressed || status == assess.Unaddressed {
			parts = append(parts, fmt.Sprintf("%d %s", n, status))
		}
	}
	total := count(s.Total(), "obligation") + ": " + strings.Join(parts, ", ")
	severities := s.bySeverity() + t.leftOut()
	if terminal.Columns(total+severities) <= t.width {
		total, severities = total+severities, ""
	}
	t.paragraph(0, "", total, terminal.Bold)
	t.paragraph(0, "", severities, terminal.Bold)
}

// bySeverity tells the worst first; info is not worth a word here.
func (s *Summary) bySeverity() string {
	var parts []string
	names := catalogue.SeverityNames()
	for i := len(names) - 1; i > 0; i-- {
		if n := s.Severity[names[i]].Unaddressed; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names[i]))
		}
	}
	words := ""
	if len(parts) > 0 {
		words = " (" + strings.Join(parts, ", ") + ")"
	}
	if known := s.known(); known > 0 {
		words += fmt.Sprintf(", %d of them in the baseline", known)
	}
	return words
}

func (s *Summary) known() (n int) {
	for _, open := range s.Severity {
		n += open.Known
	}
	return n
}

func (t *text) leftOut() string {
	if s := t.report.Filters.MinSeverity; s != "" {
		return "; below " + s + " left out"
	}
	return ""
}
