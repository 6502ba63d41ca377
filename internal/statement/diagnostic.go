package statement

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/inventory"
)

func problem(at hcl.Range, summary, detail string, args ...any) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  summary,
		Detail:   fmt.Sprintf(detail, args...),
		Subject:  &at,
	}
}

func warning(at hcl.Range, summary, detail string, args ...any) *hcl.Diagnostic {
	d := problem(at, summary, detail, args...)
	d.Severity = hcl.DiagWarning
	return d
}

func position(r hcl.Range) inventory.Position {
	return inventory.Position{File: r.Filename, Line: r.Start.Line, Column: r.Start.Column}
}
