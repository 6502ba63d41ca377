package matrix

import "io"

// View is how a chart is shown; formats for programs take no notice of it.
type View struct {
	Width int // columns; 0 for 80
	Color bool
}

// Format is one way to write a chart.
type Format struct {
	Name  string
	About string
	Write func(w io.Writer, m *Matrix, v View) error
}

// Formats lists the formats of this package, the default first. HTML stands
// beside the report's page, in package report/html.
func Formats() []Format {
	return []Format{
		{"text", "for a terminal", writeText},
		{"markdown", "tables for a page or a pull request", writeMarkdown},
		{"csv", "one line per product and layer, for spreadsheets", writeCSV},
		{"json", "for programs", writeJSON},
	}
}
