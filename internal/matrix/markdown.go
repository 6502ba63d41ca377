package matrix

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

// writeMarkdown writes one table per service model, then the halves of what is
// shared and what DigitalOcean does.
func writeMarkdown(w io.Writer, m *Matrix, _ View) error {
	var b bytes.Buffer
	b.WriteString("# Shared responsibility\n")
	if len(m.Models) == 0 {
		b.WriteString("\nNo product of DigitalOcean.\n")
	}
	first := 0
	for _, model := range m.Models {
		markdownTable(&b, m, model, first)
		first += len(model.Products)
	}
	for i, p := range m.Products() {
		markdownProduct(&b, m, p, i)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func markdownTable(b *bytes.Buffer, m *Matrix, model Model, first int) {
	fmt.Fprintf(b, "\n## %s: %s\n\n| Layer |", model.Name, lowerFirst(model.About))
	for _, p := range model.Products {
		b.WriteString(" " + escape(p.Title) + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(model.Products)) + "\n")
	for _, l := range m.Layers {
		b.WriteString("| " + l.Title + " |")
		for i := range model.Products {
			b.WriteString(" " + markdownCell(l.Cells[first+i]) + " |")
		}
		b.WriteString("\n")
	}
}

func markdownCell(c Cell) string {
	text := map[catalogue.Owner]string{
		catalogue.Customer: "**you**", catalogue.Shared: "shared", catalogue.DigitalOcean: "DigitalOcean", "": "–",
	}[c.Owner]
	if words := duties(c.Tally); words != "" {
		text += ": " + words
	}
	return text
}

// duties says how many of a cell's duties are open, or that all are answered.
func duties(t Tally) string {
	var parts []string
	if t.Unaddressed > 0 {
		parts = append(parts, fmt.Sprintf("%d open", t.Unaddressed))
	}
	if t.Undetermined > 0 {
		parts = append(parts, fmt.Sprintf("%d unknown", t.Undetermined))
	}
	if len(parts) == 0 && t.Total() > 0 {
		return fmt.Sprintf("%d ok", t.Total())
	}
	return strings.Join(parts, ", ")
}

func markdownProduct(b *bytes.Buffer, m *Matrix, p Product, column int) {
	if len(p.Inherited)+len(p.Shared) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n", escape(p.Title))
	if len(p.Inherited) > 0 {
		b.WriteString("\nDigitalOcean does:\n\n")
		for _, line := range p.Inherited {
			b.WriteString("- " + escape(line) + "\n")
		}
	}
	if len(p.Shared) > 0 {
		b.WriteString("\n| Shared | You | DigitalOcean |\n|---|---|---|\n")
		for _, l := range m.Layers {
			if h := l.Cells[column].Halves; h.Customer != "" {
				fmt.Fprintf(b, "| %s | %s | %s |\n", l.Title, escape(h.Customer), escape(h.DigitalOcean))
			}
		}
	}
	if strings.HasPrefix(p.Guide, "https://") {
		fmt.Fprintf(b, "\nDigitalOcean's guide: <%s>\n", escape(p.Guide))
	}
}

// escape keeps text from acting as Markdown or HTML.
func escape(s string) string {
	return strings.NewReplacer(
		"\\", `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "\n", " ",
	).Replace(terminal.Clean(s))
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
