package report

import (
	"fmt"
	"io"
	"strings"
)

// diffMark is what a bot finds its comment by.
const diffMark = "<!-- srmlint diff -->\n"

// markdown writes a comment for a pull request, within the same limit as a report.
func (d *Diff) markdown(w io.Writer, v View) error {
	m := &markdown{report: d.added, view: v, limit: markdownLimit}
	head := fmt.Sprintf("%s### srmlint: %s\n\n", diffMark, markdownText(d.sentence())) + m.faults() + m.table()
	duties := m.duties()
	rest := d.folded(m, "Resolved", d.Resolved) +
		d.folded(m, "Created", d.Created) + d.folded(m, "Ended", d.Ended)
	sections, cut := m.groups(m.limit - markdownReserve - len(head) - len(duties) - len(rest))
	tail := ""
	if cut > 0 {
		tail = fmt.Sprintf("%s with new findings left out here to keep this below %d bytes; the other formats have them.\n",
			count(cut, "resource"), m.limit)
	}
	_, err := io.WriteString(w, head+sections+duties+rest+tail)
	return err
}

func (d *Diff) folded(m *markdown, title string, groups []Group) string {
	if len(groups) == 0 {
		return ""
	}
	var rows []string
	for i := range groups {
		var ids []string
		for _, id := range groups[i].ids() {
			ids = append(ids, markdownCode(id))
		}
		rows = append(rows, fmt.Sprintf("| %s | %s |\n", markdownCode(groups[i].who()), shorten(strings.Join(ids, " "), 2000)))
	}
	return m.section(fmt.Sprintf("%s: %s", title, count(instancesOf(groups), "obligation")),
		"| Resource | Obligations |\n| --- | --- |\n", rows)
}
