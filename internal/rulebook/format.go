package rulebook

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// Format is one way to write a list of rules.
type Format struct {
	Name  string
	Write func(w io.Writer, rules []Rule, v View) error
}

// View is how lists and explanations are shown.
type View struct {
	Width int // columns
	Color bool
}

// Formats lists all formats, the default first.
func Formats() []Format {
	return []Format{{"text", writeText}, {"json", writeJSON}, {"markdown", writeMarkdown}, {"csv", writeCSV}}
}

func writeText(w io.Writer, rules []Rule, v View) error {
	style := terminal.Style{Color: v.Color}
	idWidth := 0
	for _, r := range rules {
		idWidth = max(idWidth, len(r.ID))
	}
	var b strings.Builder
	for _, r := range rules {
		label := style.Paint(terminal.SeverityColour(r.Severity), r.Severity)
		title := terminal.Clean(r.Title)
		if r.Attestable {
			title += style.Paint(terminal.Dim, " (statement)")
		}
		b.WriteString(label + strings.Repeat(" ", 10-len(r.Severity)) + terminal.Pad(terminal.Clean(r.ID), idWidth+2) + title + "\n")
	}
	fmt.Fprintf(&b, "\n%d obligations. (statement): Terraform cannot show it, so that only an attestation answers for it.\n", len(rules))
	_, err := io.WriteString(w, b.String())
	return err
}

func writeJSON(w io.Writer, rules []Rule, _ View) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		SchemaVersion string `json:"schema_version"`
		Obligations   []Rule `json:"obligations"`
	}{"1.0", rules})
}

func writeMarkdown(w io.Writer, rules []Rule, _ View) error {
	var b strings.Builder
	b.WriteString("| obligation | severity | owner | layer | product | resources | controls |\n|---|---|---|---|---|---|---|\n")
	cell := strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;")
	for _, r := range rules {
		for _, text := range []string{
			"`" + r.ID + "`: " + r.Title, r.Severity, r.Owner, r.Layer, r.Product,
			strings.Join(r.Resources, ", "), strings.Join(controls(r), ", "),
		} {
			b.WriteString("| " + cell.Replace(text) + " ")
		}
		b.WriteString("|\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeCSV(w io.Writer, rules []Rule, _ View) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"id", "title", "product", "resources", "owner", "layer", "severity", "attestable", "controls", "aliases"}}
	for _, r := range rules {
		rows = append(rows, []string{
			r.ID, r.Title, r.Product, strings.Join(r.Resources, " "), r.Owner, r.Layer, r.Severity,
			strconv.FormatBool(r.Attestable), strings.Join(controls(r), " "), strings.Join(r.Aliases, " "),
		})
	}
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
	}
	return out.WriteAll(rows)
}

// harmless keeps a spreadsheet from taking a cell for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// controls lists framework:id pairs in order.
func controls(r Rule) (list []string) {
	for _, framework := range slices.Sorted(maps.Keys(r.Controls)) {
		for _, id := range r.Controls[framework] {
			list = append(list, framework+":"+id)
		}
	}
	return list
}
