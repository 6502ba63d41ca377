package report

import (
	"io"
	"time"
)

// View is how a report is shown. The zero value is usable.
type View struct {
	All   bool // what is addressed too, with its evidence
	Width int  // columns; 0 for 80
	Color bool
	// Now dates documents that must have a date; zero is the Unix epoch.
	Now time.Time
	// Root is what platforms count paths from; zero is the working directory.
	Root Root
	// StepSummary is where the format github writes the summary of a job; nil: nowhere.
	StepSummary io.Writer
}

// Format is one way to write a report.
type Format struct {
	Name  string
	About string // for the help text
	Write func(w io.Writer, r *Report, v View) error
}

// Formats lists all formats, the default first.
func Formats() []Format {
	return []Format{
		{"text", "for people, on a terminal or in a log", writeText},
		{"json", "for programs, as docs/report.schema.json describes", writeJSON},
		{"sarif", "SARIF 2.1.0, with what is suppressed and what needs review", writeSARIF},
		{"code-scanning", "SARIF with findings only, for GitHub code scanning", writeCodeScanning},
		{"github", "annotations and the job summary of GitHub Actions", writeGitHub},
		{"gitlab", "Code Quality report of GitLab", writeGitLab},
		{"markdown", "comment for a pull request", writeMarkdown},
		{"junit", "JUnit XML, for test reports of CI", writeJUnit},
		{"csv", "for spreadsheets, a line per obligation", writeCSV},
		{"rdjson", "for reviewdog", writeRDJSON},
		{"oscal", "OSCAL 1.2.2 assessment-results", writeOSCALResults},
		{"oscal-components", "OSCAL 1.2.2 component-definition of the products in use", writeOSCALComponents},
	}
}
