package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/terminal"
)

// maxShown is how many pieces of evidence an entry shows on a terminal.
const maxShown = 5

func (t *text) evidence(g *Group, e *Entry) {
	for n, seen := range e.Evidence {
		if n == maxShown {
			t.paragraph(bodyIndent, "· ", fmt.Sprintf("and %d more", len(e.Evidence)-n), terminal.Dim)
			return
		}
		if slices.Contains(g.Instances, seen.Address) && seen.Attribute != "" {
			seen.Address = "" // the heading has it
		}
		t.paragraph(bodyIndent, "· ", describeEvidence(seen), terminal.Dim)
	}
}

func describeEvidence(e assess.Evidence) string {
	words := strings.TrimPrefix(strings.TrimSuffix(e.Address+"."+e.Attribute, "."), ".")
	if e.Value != "" {
		words += " = " + e.Value
	}
	if e.Note != "" {
		words += " (" + e.Note + ")"
	}
	if where := place(e.Position); where != "" {
		words += ", " + where
	}
	return words
}
