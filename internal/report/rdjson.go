package report

import (
	"io"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// The Reviewdog Diagnostic Format,
// github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto.

type rdResult struct {
	Source      rdSource       `json:"source"`
	Severity    string         `json:"severity"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message  string      `json:"message"`
	Location rdLocation  `json:"location"`
	Severity string      `json:"severity"`
	Code     *rdCode     `json:"code,omitempty"`
	Related  []rdRelated `json:"related_locations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"` // from the working directory; reviewdog adds the rest
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
}

type rdPosition struct {
	Line int `json:"line"` // without a column: reviewdog counts bytes, Terraform characters
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// writeRDJSON writes what is open, for reviewdog. It posts messages as
// Markdown, so they are escaped for that.
func writeRDJSON(w io.Writer, r *Report, v View) error {
	result := rdResult{Source: rdSource{"srmlint", home}, Severity: "WARNING", Diagnostics: []rdDiagnostic{}}
	for _, f := range r.Faults {
		result.Diagnostics = append(result.Diagnostics, rdDiagnostic{
			Message: markdownText(f.sentence()), Location: rdAt(r.faultAt(f)), Severity: rdSeverity(f.Severity),
		})
	}
	for _, i := range r.list(v, v.open) {
		result.Diagnostics = append(result.Diagnostics, rdFinding(i))
	}
	data, err := encodeJSON(result)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func rdFinding(i listed) rdDiagnostic {
	d := rdDiagnostic{
		Message:  markdownSpan(i.group.who()) + ": " + markdownText(sentence(i.entry.what())),
		Location: rdAt(i.at),
		Severity: rdSeverity(sarifLevel(i.entry.Severity)),
		Code:     &rdCode{i.entry.ID, webAddress(i.entry.Source)},
	}
	if i.entry.Status == assess.Undetermined {
		d.Severity = "INFO"
	} else {
		d.Message += " " + markdownText(i.entry.Remedy)
	}
	for _, seen := range i.entry.Evidence {
		if !seen.Position.IsZero() && seen.Position != i.at {
			d.Related = append(d.Related, rdRelated{markdownText(describeEvidence(seen)), rdAt(valid(seen.Position))})
		}
	}
	return d
}

func rdAt(p inventory.Position) rdLocation {
	return rdLocation{terminal.Clean(Root{}.path(p.File)), rdRange{rdPosition{p.Line}}}
}

func rdSeverity(level string) string {
	switch level {
	case "error":
		return "ERROR"
	case "warning":
		return "WARNING"
	}
	return "INFO"
}
