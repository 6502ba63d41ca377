package report

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/inventory"
)

// Fault is something wrong with the input, the rules or the statements. It is
// no verdict; it tells readers what the verdicts do not cover.
type Fault struct {
	Severity string             `json:"severity"` // "error" or "warning"
	Summary  string             `json:"summary"`
	Detail   string             `json:"detail"`
	Position inventory.Position `json:"position,omitzero"`
}

func faults(diags hcl.Diagnostics) []Fault {
	list := make([]Fault, 0, len(diags))
	for _, d := range diags {
		f := Fault{Severity: "warning", Summary: d.Summary, Detail: d.Detail}
		if d.Severity == hcl.DiagError {
			f.Severity = "error"
		}
		if d.Subject != nil {
			f.Position = inventory.Position{File: d.Subject.Filename, Line: d.Subject.Start.Line, Column: d.Subject.Start.Column}
		}
		list = append(list, f)
	}
	return list
}
