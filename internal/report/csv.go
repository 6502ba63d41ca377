package report

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// writeCSV writes every obligation with its verdict, one per line, for
// spreadsheets. Faults come first, with the status fault.
func writeCSV(w io.Writer, r *Report, _ View) error {
	out := csv.NewWriter(w)
	rows := [][]string{{
		"input", "address", "instances", "type", "product", "service_model",
		"obligation", "title", "owner", "layer", "severity", "status", "known", "message", "remedy",
		"file", "line", "statement", "by", "until", "controls", "source", "instance_addresses",
	}}
	for _, f := range r.Faults {
		row := make([]string, len(rows[0]))
		at := r.faultAt(f)
		row[10], row[11], row[13], row[15], row[16] = f.Severity, "fault", f.sentence(), at.File, strconv.Itoa(at.Line)
		rows = append(rows, row)
	}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			rows = append(rows, csvRow(r, g, &g.Obligations[j]))
		}
	}
	for _, row := range rows {
		for n := range row {
			row[n] = csvCell(row[n])
		}
	}
	return out.WriteAll(rows)
}

func csvRow(r *Report, g *Group, e *Entry) []string {
	at := r.locate(g, e)
	s := Statement{}
	if e.Statement != nil {
		s = *e.Statement
	}
	known := ""
	if e.Known {
		known = "known"
	}
	return []string{
		r.Inputs[g.Input].name(), g.who(), strconv.Itoa(len(g.Instances)), g.Type, g.Product, g.ServiceModel,
		e.ID, e.Title, e.Owner, e.Layer, e.Severity, string(e.Status), known, e.Told(), e.Remedy,
		at.File, strconv.Itoa(at.Line), s.Text, s.By, s.Until, controlList(e.Controls), e.Source,
		strings.Join(g.Instances, " "),
	}
}

// formula finds what a spreadsheet would run: a sign at the start of a cell,
// or behind a semicolon, which some countries' Excel takes for the end of one
// (owasp.org/www-community/attacks/CSV_Injection).
var formula = regexp.MustCompile(`(^|;)(\s*[=+\-@＝＋－＠|%])`)

// csvCell makes text harmless. An apostrophe makes a spreadsheet take the rest
// as it stands.
func csvCell(text string) string {
	return formula.ReplaceAllString(terminal.Clean(text), "$1'$2")
}
