package report

import (
	"fmt"
	"slices"

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
		t.paragraph(bodyIndent, "· ", describeEvidence(g, seen), terminal.Dim)
	}
}

func describeEvidence(g *Group, e assess.Evidence) string {
	words := e.Address
	switch {
	case e.Attribute != "" && slices.Contains(g.Instances, e.Address):
		words = e.Attribute
	case e.Attribute != "":
		words += "." + e.Attribute
	}
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
