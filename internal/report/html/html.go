// Package html writes a report as one file that a browser opens: nothing in it
// asks a network for anything, and it can be read without its script.
//
// Text of the input reaches the page through html/template only, and a content
// security policy in the page lets nothing run but the page's own script.
package html

import (
	"bytes"
	"embed"
	"html/template"
	"io"

	"github.com/srmlint/srmlint/internal/report"
)

//go:embed assets
var assets embed.FS

// Format is the HTML format, to stand beside those of package report.
func Format() report.Format {
	return report.Format{Name: "html", About: "one page for auditors and managers, to open in a browser", Write: write}
}

func write(w io.Writer, r *report.Report, _ report.View) error {
	return execute(w, "report", newPage(r))
}

// execute renders a page as a whole before any of it is written.
func execute(w io.Writer, name string, data any) error {
	t, err := template.New("").Funcs(functions()).ParseFS(assets, "assets/*.tmpl")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}
