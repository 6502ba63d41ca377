package report

import (
	"io"

	"github.com/srmlint/srmlint/internal/assess"
)

// gitlabIssue is what GitLab reads of a Code Quality report,
// docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"` // equal ones are merged
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // from the repository's root, without ./
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// writeGitLab writes a Code Quality report: what is open, for the widget of a
// merge request and the marks in its diff.
func writeGitLab(w io.Writer, r *Report, v View) error {
	issues := []gitlabIssue{} // none is [], not null
	for _, f := range r.Faults {
		at := r.faultAt(f)
		severity := "minor"
		if f.Severity == "error" {
			severity = "blocker"
		}
		issues = append(issues, gitlabIssue{
			Description: f.sentence(), CheckName: "srmlint-fault", Severity: severity,
			Fingerprint: digest("fault", v.Root.path(at.File), f.Summary, f.Detail),
			Location:    gitlabLocation{v.Root.clean(at.File), gitlabLines{at.Line}},
		})
	}
	for _, i := range r.list(v, v.open) {
		issues = append(issues, gitlabIssue{
			Description: i.group.who() + ": " + i.entry.what(),
			CheckName:   i.entry.ID,
			Fingerprint: i.id,
			Severity:    gitlabSeverity(i.entry),
			Location:    gitlabLocation{v.Root.clean(i.at.File), gitlabLines{i.at.Line}},
		})
	}
	data, err := encodeJSON(issues)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func gitlabSeverity(e *Entry) string {
	if e.Status == assess.Undetermined {
		return "info"
	}
	return map[string]string{
		"critical": "blocker", "high": "critical", "medium": "major", "low": "minor", "info": "info",
	}[e.Severity]
}
