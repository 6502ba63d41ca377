package report

import (
	"fmt"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
)

// groups writes a folded section for every resource that has something open,
// as many as fit, and counts the rest.
func (m *markdown) groups(room int) (text string, cut int) {
	var b strings.Builder
	for _, g := range m.order() {
		section := m.group(g)
		if cut > 0 || b.Len()+len(section) > room {
			cut++
			continue
		}
		b.WriteString(section)
	}
	return b.String(), cut
}

// shows chooses the entries of a section; duties are asked once, at the end.
func (m *markdown) shows(e *Entry) bool {
	return !e.isDuty() && (m.view.All || m.view.open(e))
}

// order lists the groups to show, that with the worst entry first.
func (m *markdown) order() (groups []*Group) {
	seen := map[*Group]bool{}
	for _, i := range m.report.list(m.view, m.shows) {
		if !seen[i.group] {
			seen[i.group] = true
			groups = append(groups, i.group)
		}
	}
	return groups
}

func (m *markdown) group(g *Group) string {
	var list []*Entry
	for i := range g.Obligations {
		if m.shows(&g.Obligations[i]) {
			list = append(list, &g.Obligations[i])
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		return listed{group: g, entry: list[i]}.worse(listed{group: g, entry: list[j]})
	})
	var rows []string
	for _, e := range list {
		rows = append(rows, m.row(g, e))
	}
	return m.section(m.summary(g, list), "| Severity | Obligation | What is seen | What to do |\n| --- | --- | --- | --- |\n", rows)
}

// section folds rows, as many as a quarter of the limit takes.
func (m *markdown) section(summary, head string, rows []string) string {
	var b strings.Builder
	b.WriteString("<details><summary>" + summary + "</summary>\n\n" + head)
	for n, row := range rows {
		if b.Len()+len(row) > m.limit/4 {
			fmt.Fprintf(&b, "\nand %d more\n", len(rows)-n)
			break
		}
		b.WriteString(row)
	}
	b.WriteString("\n</details>\n\n")
	return b.String()
}

// summary is the line that shows while a section is folded.
func (m *markdown) summary(g *Group, list []*Entry) string {
	parts := []string{markdownCode(g.who())}
	if len(m.report.Inputs) > 1 {
		parts = append([]string{markdownCode(shorten(m.report.Inputs[g.Input].name(), 100))}, parts...)
	}
	if !g.Position.IsZero() {
		parts = append(parts, markdownCode(fmt.Sprintf("%s:%d", shorten(m.view.Root.path(g.Position.File), 200), g.Position.Line)))
	}
	counts, order := map[string]int{}, []string{}
	for _, e := range list {
		name := m.label(e)
		if counts[name] == 0 {
			order = append(order, name)
		}
		counts[name]++
	}
	for n, name := range order {
		order[n] = fmt.Sprintf("%d %s", counts[name], name)
	}
	return strings.Join(append(parts, strings.Join(order, ", ")), " · ")
}

func (m *markdown) label(e *Entry) string {
	if e.Status == assess.Unaddressed {
		return e.Severity
	}
	return string(e.Status)
}

func (m *markdown) row(g *Group, e *Entry) string {
	seen, remedy := markdownText(shorten(e.what(), 500)), ""
	if e.Position != g.Position && !e.Position.IsZero() {
		seen += " (" + markdownCode(fmt.Sprintf("%s:%d", shorten(m.view.Root.path(e.Position.File), 200), e.Position.Line)) + ")"
	}
	if e.Status == assess.Unaddressed {
		remedy = markdownText(shorten(strings.TrimSpace(e.Remedy+" "+e.expiry()), 500))
	}
	severity := e.Severity
	if e.Status != assess.Unaddressed {
		severity = string(e.Status) + " (" + e.Severity + ")"
	}
	return fmt.Sprintf("| %s | %s | %s | %s |\n", severity, m.rule(e), seen, remedy)
}

// rule is an obligation's id, with a link to where the duty is stated.
func (m *markdown) rule(e *Entry) string {
	if source := webAddress(e.Source); source != "" {
		return "[" + markdownCode(e.ID) + "](" + source + ")"
	}
	return markdownCode(e.ID)
}

// duties asks once for all resources what only a statement answers.
func (m *markdown) duties() string {
	var order []*Entry
	resources := map[string]map[string]bool{}
	for _, i := range m.report.list(m.view, func(e *Entry) bool { return e.isDuty() && m.view.open(e) }) {
		if resources[i.entry.ID] == nil {
			resources[i.entry.ID] = map[string]bool{}
			order = append(order, i.entry)
		}
		resources[i.entry.ID][fmt.Sprint(i.group.Input, i.group.Address)] = true
	}
	if len(order) == 0 {
		return ""
	}
	var rows []string
	for _, e := range order {
		question := strings.TrimSpace(e.what() + " " + e.expiry())
		rows = append(rows, fmt.Sprintf("| %s | %s | %s | %d |\n", e.Severity, m.rule(e), markdownText(shorten(question, 500)), len(resources[e.ID])))
	}
	return m.section(fmt.Sprintf("Duties that Terraform cannot show: %d · answer them in <code>.srmlint.hcl</code>", len(order)),
		"| Severity | Duty | Question | Resources |\n| --- | --- | --- | ---: |\n", rows)
}
