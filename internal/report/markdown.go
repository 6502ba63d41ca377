package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
)

// markdownLimit leaves room below the 65,536 characters of a comment on GitHub.
const markdownLimit = 60_000

// markdownReserve is kept for the last lines, which say what was cut.
const markdownReserve = 1_000

// writeMarkdown writes a comment for a pull request: short, with the details folded.
func writeMarkdown(w io.Writer, r *Report, v View) error {
	_, err := io.WriteString(w, markdownReport(r, v, markdownLimit))
	return err
}

// markdownReport writes at most limit bytes, the worst first.
func markdownReport(r *Report, v View, limit int) string {
	m := &markdown{report: r, view: v, limit: limit}
	head := m.head()
	duties := m.duties()
	sections, cut := m.groups(limit - markdownReserve - len(head) - len(duties))
	return head + sections + duties + m.tail(cut)
}

type markdown struct {
	report *Report
	view   View
	limit  int
}

// head begins with a mark that nobody sees: a bot finds its comment by it and
// replaces that instead of adding another.
func (m *markdown) head() string {
	var b strings.Builder
	b.WriteString(m.marker() + "\n")
	fmt.Fprintf(&b, "### srmlint: %s\n\n", m.verdict())
	for n := range m.report.Inputs {
		if n == 10 {
			fmt.Fprintf(&b, "and %s more\n", count(len(m.report.Inputs)-n, "input"))
			break
		}
		in := &m.report.Inputs[n]
		fmt.Fprintf(&b, "%s · %s\n", markdownSpan(shorten(in.name(), 200)), markdownText(shorten(describeInput(in), 300)))
	}
	b.WriteString("\n" + m.faults() + m.table())
	return b.String()
}

func (m *markdown) marker() string {
	safe := func(r rune) rune {
		if r < 128 && (alphanumeric(r) || strings.ContainsRune("._/-", r)) {
			return r
		}
		return '_'
	}
	if root := m.report.root(m.view); root != "" {
		root = strings.ReplaceAll(strings.Map(safe, root), "--", "__") // -- may end a comment
		return "<!-- srmlint " + root[:min(len(root), 200)] + " -->"
	}
	return "<!-- srmlint -->"
}

// verdict is the report in a few words.
func (m *markdown) verdict() string {
	s := &m.report.Summary
	open := s.Obligations[assess.Unaddressed] - s.known()
	switch {
	case s.Total() == 0:
		return "nothing to check"
	case open > 0:
		return count(open, "finding")
	case s.Obligations[assess.Undetermined] > 0:
		return "no findings, " + count(s.Obligations[assess.Undetermined], "question") + " that apply will decide"
	}
	return "no findings"
}

// faults come before verdicts: they say what these do not cover.
func (m *markdown) faults() string {
	var b strings.Builder
	for n, f := range m.report.Faults {
		if n == 20 {
			fmt.Fprintf(&b, "- and %d more\n", len(m.report.Faults)-n)
			break
		}
		where := ""
		if !f.Position.IsZero() {
			where = " (" + markdownSpan(shorten(m.view.Root.path(f.Position.File), 200)+fmt.Sprintf(":%d", f.Position.Line)) + ")"
		}
		fmt.Fprintf(&b, "- **%s:** %s%s\n", f.Severity, markdownText(shorten(f.sentence(), 500)), where)
	}
	if b.Len() > 0 {
		return "Faults: what follows does not cover everything.\n\n" + b.String() + "\n"
	}
	return ""
}

// table counts what is open by severity, the worst first.
func (m *markdown) table() string {
	rows := []string{"| |", "| --- |", "| unaddressed |", "| undetermined |"}
	names := catalogue.SeverityNames()
	for i := len(names) - 1; i >= 0; i-- {
		n := m.report.Summary.Severity[names[i]]
		fresh := n.Unaddressed - n.Known
		if fresh+n.Undetermined == 0 {
			continue
		}
		for row, cell := range []string{names[i], "---:", fmt.Sprint(fresh), fmt.Sprint(n.Undetermined)} {
			rows[row] += " " + cell + " |"
		}
	}
	if rows[0] == "| |" {
		return ""
	}
	return strings.Join(rows, "\n") + "\n\n"
}

// tail counts everything, and says what did not fit.
func (m *markdown) tail(cut int) string {
	var b strings.Builder
	if cut > 0 {
		fmt.Fprintf(&b, "%s left out here to keep this below %d bytes; the other formats have them.\n\n", count(cut, "resource"), m.limit)
	}
	s := &m.report.Summary
	var parts []string
	for _, status := range assess.Statuses() {
		parts = append(parts, fmt.Sprintf("%d %s", s.Obligations[status], status))
	}
	if known := s.known(); known > 0 {
		parts = append(parts, fmt.Sprintf("%d of the unaddressed known from the baseline", known))
	}
	b.WriteString(count(s.Total(), "obligation") + ": " + strings.Join(parts, ", ") + "\n")
	return b.String()
}
