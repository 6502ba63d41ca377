package report

import "io"

// View is how a report is shown; formats for programs take no notice of it.
type View struct {
	All   bool // what is addressed too, with its evidence
	Width int  // columns; 0 for 80
	Color bool
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
	}
}
